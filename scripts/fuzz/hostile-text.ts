import fc from 'fast-check';

/** Characters that parsers stumble over: invisible, turning, case-folding to something else, half of one, or of great meaning. */
const AWKWARD = [
  '',
  '\0',
  '\n',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udfff',
  'ı',
  'ſ',
  'İ',
  'ﬃ',
  '１',
  '株',
  '😀',
  '👩‍👩‍👧',
  '%',
  '%00',
  '%E0%A4',
  '=',
  '"',
  '\\',
  '__proto__',
  'constructor',
  '-1',
  'NaN',
];

/** How often one piece is repeated where length itself is the attack. */
const LEAST_REPEATS = 50;
/** Beyond every limit that a parser of pasted text has. */
const MOST_REPEATS = 6_000;

/**
 * Texts that somebody may paste or a file may hold: what is right, anything at all, pieces of what is right in a wrong
 * order, something right with one place changed, and now and then one piece repeated for very long.
 */
export function hostileText(pieces: readonly string[], mostRepeats = MOST_REPEATS): fc.Arbitrary<string> {
  const known = fc.constantFrom(...pieces);
  const piece = fc.oneof(known, fc.constantFrom(...AWKWARD));
  const edited = fc
    .tuple(known, fc.nat(200), fc.nat(3), fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })))
    .map(([text, at, removed, put]) => text.slice(0, at) + put + text.slice(at + removed));
  const repeated = fc
    .tuple(known, piece, fc.integer({ min: LEAST_REPEATS, max: mostRepeats }), piece)
    .map(([first, again, times, last]) => first + again.repeat(times) + last);
  return fc.oneof(
    { weight: 10, arbitrary: known },
    { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
    { weight: 30, arbitrary: fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')) },
    { weight: 39, arbitrary: edited },
    { weight: 1, arbitrary: repeated },
  );
}
