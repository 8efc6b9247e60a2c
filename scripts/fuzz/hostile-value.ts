// Values for a schema, made from the schema itself: a new field of a message is tried without anybody thinking of it.
import fc from 'fast-check';
import * as v from 'valibot';
import { base64Encode } from '../../lib/shared/base64';
import { hostileText } from './hostile-text';

/** The parts of a valibot schema that say what a value looks like. Every kind has some of them. */
type Described = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly key?: Described;
  readonly value?: Described;
  readonly wrapped?: Described;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
};

/** Names that an object has from its prototype. */
const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'];

/** Texts that one schema or another takes: bytes in base64, a key, a secret, a date, an id. */
const TEXTS = [
  ...[16, 24, 32, 48].map(length => base64Encode(new Uint8Array(length))),
  'a1'.repeat(32),
  'GEZDGNBVGY3TQOJQ',
  '2026-11-23',
  'email',
];
const NUMBERS = [0, -0, 1, -1, 6, 7, 30, 60, 90, 0.5, 2 ** 53, 1e308, Number.NaN, Number.POSITIVE_INFINITY];

/** Enough for a limit on length to be met, and few enough for a value of many texts. */
const text = hostileText(TEXTS, 400);
const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer({ min: -2, max: 1_000 }), fc.double());

/** Which of these a schema takes: it is asked, so that what it wants need not be known here. */
function takenBy<T>(schema: Described, candidates: readonly T[]): readonly T[] {
  return candidates.filter(candidate => v.safeParse(schema as unknown as v.GenericSchema, candidate).success);
}

function oftenRight<T>(schema: Described, candidates: readonly T[], others: fc.Arbitrary<T>): fc.Arbitrary<T> {
  const taken = takenBy(schema, candidates);
  if (taken.length === 0) return others;
  return fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...taken) }, { weight: 1, arbitrary: others });
}

/** Anything that JSON can say, and names that are more than names. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...INHERITED), fc.jsonValue({ maxDepth: 1 })), { minLength: 1, maxLength: 3 })
      // As a parser of JSON makes it: a member of its own, where an assignment would change the prototype.
      .map(entries => JSON.parse(`{${entries.map(([name, value]) => `"${name}":${JSON.stringify(value)}`).join()}}`)),
  },
);

function objectFor(entries: Readonly<Record<string, Described>>): fc.Arbitrary<unknown> {
  const members = fc.record(
    Object.fromEntries(Object.entries(entries).map(([name, schema]) => [name, nearly(schema)])),
  );
  const odd = fc.tuple(members, fc.constantFrom(...Object.keys(entries), ...INHERITED), hostileJson, fc.boolean());
  return fc.oneof(
    { weight: 30, arbitrary: members },
    {
      weight: 1,
      arbitrary: odd.map(([made, name, value, isMissing]) => {
        const others = Object.entries(made).filter(([other]) => other !== name);
        return Object.fromEntries(isMissing ? others : [...others, [name, value]]);
      }),
    },
  );
}

function rightFor(schema: Described): fc.Arbitrary<unknown> {
  const { type, entries, item, key, value, wrapped, options = [], literal } = schema;
  if (entries !== undefined) return objectFor(entries);
  if (item !== undefined) return fc.array(nearly(item), { maxLength: 3 });
  if (wrapped !== undefined) return fc.option(nearly(wrapped), { nil: null });
  if (type === 'record' && key && value) return fc.dictionary(text, nearly(value), { maxKeys: 3 });
  if (type === 'variant' || type === 'union') return fc.oneof(...(options as Described[]).map(nearly));
  if (type === 'picklist') return fc.constantFrom(...options);
  if (type === 'literal') return fc.constant(literal);
  if (type === 'string') return oftenRight(schema, TEXTS, text);
  if (type === 'number') return oftenRight(schema, NUMBERS, number);
  if (type === 'boolean') return fc.boolean();
  return hostileJson;
}

/** What the schema asks for, and now and then something else in the place of it. */
function nearly(schema: Described): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: rightFor(schema) }, { weight: 1, arbitrary: hostileJson });
}

/** Values that are what a schema asks for, or nearly, or not at all. */
export function hostileValue(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: nearly(schema as unknown as Described) },
    { weight: 1, arbitrary: hostileJson },
  );
}
