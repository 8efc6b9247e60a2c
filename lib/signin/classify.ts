// What one field asks for, by its own words and shape. The rules stand in order and the first that speaks decides, so that
// there is always one sentence that says why a field was taken or left alone.
import * as own from './own-names';
import { FOREIGN_FIELD_IDS } from './site';
import type { SnapshotField } from './snapshot';
import { foldSaid } from './words';
import * as words from './words-of-fields';

/** The three values that sign in. */
export type ValueKind = 'email' | 'key' | 'code';

/** What a field was taken for, null where it is left alone, and why. */
export type Verdict = {
  readonly kind: ValueKind | null;
  /** Whether nothing about it says what it is: neither one of the three nor something else. */
  readonly isOpen: boolean;
  /** What it may ask for all the same, by its shape and what it calls for: nothing is sent while that is nowhere else. */
  readonly mayBe: readonly ('key' | 'code')[];
  readonly because: string;
};

/** A field as the rules see it; all texts folded. */
type Reading = {
  readonly field: SnapshotField;
  /** What a person reads on it. */
  readonly read: string;
  /** What its author calls it. */
  readonly named: readonly string[];
  readonly autocomplete: readonly string[];
};

const TEXT_TYPES: readonly string[] = ['text', 'email', 'password', 'tel', 'number', 'textarea', ''];

const SIX_DIGITS_PATTERN = /(?:\\d|\[0-9\])\{6(?:,[678])?\}/u;
const DIGITS_PATTERN = /\\d|\[0-9\]/u;
/** What stands in an empty code field as its example. */
const CODE_EXAMPLE = /^(?:123 ?456|000 ?000|111 ?111|xxx ?xxx)$/u;

function readingOf(field: SnapshotField): Reading {
  return {
    field,
    // A line end keeps the words of one from joining those of the other.
    read: [foldSaid(field.label), foldSaid(field.placeholder)].filter(Boolean).join('\n'),
    named: [foldSaid(field.name), foldSaid(field.id)],
    autocomplete: field.autocomplete.toLowerCase().split(/\s+/u).filter(Boolean),
  };
}

/** Whether only digits are typed into it: six of them, or seven characters with a space between. */
function isShapedAsCode({ type, inputMode, pattern, maxLength }: SnapshotField): boolean {
  if (SIX_DIGITS_PATTERN.test(pattern)) return true;
  const takesDigits = inputMode === 'numeric' || type === 'tel' || type === 'number' || DIGITS_PATTERN.test(pattern);
  return takesDigits && (maxLength === 6 || maxLength === 7);
}

/**
 * What one text names outright. "One-time password" is a code, so codes come before passwords. `repeated`: the second of two,
 * which is none of the three while the first is there.
 */
function kindNamedIn(text: string): ValueKind | 'not-ours' | 'repeated' | null {
  // Where a code is said to have been sent, whatever else it is called.
  if (/code|digits|cijfer|ziffer/u.test(text) && words.SENT.test(text)) return 'not-ours';
  if (words.KEY.test(text)) return words.REPEATED.test(text) ? 'repeated' : 'key';
  if (words.CODE.test(text)) return 'code';
  if (words.PASSWORD.test(text)) return words.REPEATED.test(text) ? 'repeated' : 'key';
  if (words.EMAIL.test(text)) return words.REPEATED.test(text) ? 'repeated' : 'email';
  return null;
}

const isPassword = ({ field, autocomplete }: Reading) =>
  field.type === 'password' || autocomplete.includes('current-password');

/** What a text says without the words that say nothing. */
const gist = (text: string) => text.split('\n').map(words.gistOf).filter(Boolean).join(' ');

/** Whether any of the texts says it: each stands on a line of its own. */
const says = (phrases: RegExp, ...texts: readonly string[]) => phrases.test(texts.join('\n'));

/**
 * The key or the code, where what a person reads names that one and nothing else could be meant; null otherwise. "Password"
 * and "email" are asked for in too many places to be plain.
 */
function kindReadPlainly(read: string): ValueKind | null {
  const isElse = [words.PASSWORD, words.EMAIL, words.REPEATED, words.PROBABLY_FOREIGN].some(other => other.test(read));
  if (isElse || words.KEY.test(read) === words.CODE.test(read)) return null;
  const kind = kindNamedIn(read);
  return kind === 'not-ours' || kind === 'repeated' ? null : kind;
}

/** Whether a whole key has room in it. */
const fitsKey = ({ maxLength }: SnapshotField) => maxLength < 0 || maxLength >= 32;

/** Whether a code has room in it, and no more than that where it is said. */
const fitsCode = ({ maxLength }: SnapshotField) => maxLength < 0 || (maxLength >= 6 && maxLength <= 10);

/** Which of the two a field may be whose words name neither of them, nor anything else. */
function mayBeOf(reading: Reading): Verdict['mayBe'] {
  const { field, read, named } = reading;
  const said = gist(read) || named.map(words.gistOf).find(Boolean) || '';
  const isKey = fitsKey(field) && (isPassword(reading) || words.SOME_KEY.test(said));
  const isCode = fitsCode(field) && (isShapedAsCode(field) || words.SOME_CODE.test(said));
  return [...(isKey ? (['key'] as const) : []), ...(isCode && !words.SOME_KEY.test(said) ? (['code'] as const) : [])];
}

type Rule = (reading: Reading) => ValueKind | 'not-ours' | 'repeated' | 'other' | 'open' | null | false;

/** A rule that has nothing to say gives null or false. */
const RULES: readonly (readonly [because: string, rule: Rule])[] = [
  ['no text is typed into it', ({ field }) => !TEXT_TYPES.includes(field.type) && 'not-ours'],
  ['the site uses it for something else', ({ field }) => FOREIGN_FIELD_IDS.includes(field.id) && 'not-ours'],
  [
    'autocomplete names something else',
    ({ autocomplete }) => autocomplete.some(token => words.FOREIGN_AUTOCOMPLETE.test(token)) && 'not-ours',
  ],
  [
    'its words name something else',
    ({ read }) => (says(words.BACKUP, read) || says(words.FOREIGN, read)) && 'not-ours',
  ],
  [
    'its name or id names something else',
    ({ read, named }) => {
      const isForBackup = says(words.BACKUP, ...named);
      if (!isForBackup && !says(words.FOREIGN, ...named)) return null;
      // What a person reads wins where it is plain. Where it is not, the field is left, and nothing is pressed over it.
      const plainly = isForBackup || says(words.REPEATED, ...named) ? null : kindReadPlainly(read);
      const asRead = kindNamedIn(read);
      return plainly ?? (asRead === null || asRead === 'not-ours' || asRead === 'repeated' ? 'not-ours' : 'open');
    },
  ],
  [
    'its name repeats another field',
    ({ read, named }) => {
      if (words.CODE.test(read)) return null;
      const asNamed = named.map(kindNamedIn);
      return (['not-ours', 'repeated'] as const).find(each => asNamed.includes(each)) ?? null;
    },
  ],
  [
    'it is of type email',
    ({ field, read }) => field.type === 'email' && (words.REPEATED.test(read) ? 'not-ours' : 'email'),
  ],
  [
    'it asks for some other password',
    ({ read }) =>
      !words.KEY.test(read) &&
      !words.CODE.test(read) &&
      kindNamedIn(read) === 'key' &&
      !own.isNamedFirst('password', read) &&
      'other',
  ],
  ['what a person reads on it names it', ({ read }) => kindNamedIn(read)],
  [
    'it says that an app shows it, or where the key is found',
    ({ read }) => {
      if (own.isShownByApp(read)) return 'code';
      return own.isKeyOfDashboard(read) && 'key';
    },
  ],
  [
    'its words suggest something else',
    ({ read, named }) =>
      says(words.PROBABLY_FOREIGN, read, ...named) && (words.SOME_CODE_OR_KEY.test(read) ? 'other' : 'not-ours'),
  ],
  ['autocomplete says one-time-code', ({ autocomplete }) => autocomplete.includes('one-time-code') && 'code'],
  [
    'autocomplete says username or email',
    ({ autocomplete }) => (autocomplete.includes('username') || autocomplete.includes('email')) && 'email',
  ],
  [
    'it asks for some other code or key',
    ({ read }) =>
      words.SOME_CODE_OR_KEY.test(gist(read)) &&
      !own.isNamedBarely('code', read) &&
      !own.isNamedBarely('key', read) &&
      'other',
  ],
  ['its name or id names it', ({ named }) => named.map(kindNamedIn).find(kind => kind !== null) ?? null],
  [
    'it asks for a code and takes six digits',
    ({ field, read, named }) => {
      const said = gist(read) === '' ? named : [read];
      const isOwn = said.some(text => own.isNamedBarely('code', text));
      return (isOwn || CODE_EXAMPLE.test(read)) && isShapedAsCode(field) && 'code';
    },
  ],
  [
    'its name is nothing but who signs in',
    ({ read, named }) => gist(read) === '' && named.some(text => words.IDENTIFIER.test(text)) && 'email',
  ],
  [
    'it takes six digits and says nothing else',
    ({ field, read, named }) =>
      gist(read) === '' && named.every(text => words.gistOf(text) === '') && isShapedAsCode(field) && 'code',
  ],
  [
    'it hides what is typed and calls it a key, or nothing',
    reading => {
      const isOwn = gist(reading.read) === '' || own.isNamedBarely('key', reading.read);
      return isPassword(reading) && isOwn && fitsKey(reading.field) && 'key';
    },
  ],
];

/** What a field was taken for and by which rule, in words: null where it is none of the sign-in's three, or leaves it open. */
export function judgeField(field: SnapshotField): Verdict {
  const reading = readingOf(field);
  for (const [because, rule] of RULES) {
    const verdict = rule(reading);
    if (verdict === null || verdict === false) continue;
    if (field.type === 'textarea' && (verdict === 'email' || verdict === 'code')) {
      return { kind: null, isOpen: true, mayBe: [], because: 'of the three only the key has more than a line' };
    }
    if (field.type === 'password' && verdict === 'email') {
      return { kind: null, isOpen: true, mayBe: mayBeOf(reading), because: 'nobody hides an email while it is typed' };
    }
    const isOurs = verdict === 'email' || verdict === 'key' || verdict === 'code';
    const mayBe = isOurs || verdict === 'not-ours' ? [] : mayBeOf(reading);
    return { kind: isOurs ? verdict : null, isOpen: verdict === 'open', mayBe, because };
  }
  return { kind: null, isOpen: true, mayBe: mayBeOf(reading), because: 'nothing says what it asks for' };
}

/** What a field asks for, or null where it is none of the sign-in's three or leaves it open. */
export function classifyField(field: SnapshotField): ValueKind | null {
  return judgeField(field).kind;
}
