import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptDraft } from '../model/draft';
import { createRepeatableRandom } from '../shared/random.testing';
import { openDrafts, sealDrafts } from './drafts';
import { keptDraft } from './drafts.testing';

const random = createRepeatableRandom(11);
const KEY = random(32);
const VAULT_ID = random(16);

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('\ud800', '\u0000', '"', '日本'));
const drafts: fc.Arbitrary<KeptDraft[]> = fc.array(
  fc.record({
    accountId: fc.option(fc.string({ maxLength: 64 }), { nil: null }),
    baseRevision: fc.nat(),
    changed: fc.subarray(['label', 'email', 'apiKey', 'authenticator', 'createdOn'] as const),
    draft: fc.record({ label: text, email: text, apiKey: text, authenticator: text, createdOn: text }),
    keptAtMs: fc.maxSafeNat(),
  }),
  { maxLength: 4 },
);

describe('sealed drafts', () => {
  it('open to what was sealed, whatever was typed', () => {
    fc.assert(
      fc.property(drafts, kept => {
        expect(openDrafts(KEY, VAULT_ID, sealDrafts(KEY, VAULT_ID, kept, random))).toEqual(kept);
      }),
    );
  });

  it('do not open with a bit flipped in any byte', () => {
    const sealed = sealDrafts(KEY, VAULT_ID, [keptDraft()], random);
    // Seven bits on: every byte has its turn, and every place in it.
    for (let bit = 0; bit < sealed.length * 8; bit += 7) {
      const place = bit >> 3;
      sealed[place] = (sealed[place] ?? 0) ^ (1 << (bit & 7));
      if (openDrafts(KEY, VAULT_ID, sealed) !== null) throw new Error(`opens with bit ${bit} flipped`);
      sealed[place] = (sealed[place] ?? 0) ^ (1 << (bit & 7));
    }
    expect(openDrafts(KEY, VAULT_ID, sealed)).toEqual([keptDraft()]);
  });

  it('do not open cut short or drawn out', () => {
    const sealed = sealDrafts(KEY, VAULT_ID, [keptDraft()], random);
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), length => {
        expect(openDrafts(KEY, VAULT_ID, sealed.slice(0, length))).toBeNull();
      }),
    );
    expect(openDrafts(KEY, VAULT_ID, new Uint8Array([...sealed, 0]))).toBeNull();
  });

  it('are refused without an exception, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(openDrafts(KEY, VAULT_ID, new Uint8Array(bytes))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('are refused without an exception where the key is right and the content is something else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const sealed = sealDrafts(KEY, VAULT_ID, value as never, random);
        const isEmptyList = Array.isArray(value) && value.length === 0;
        expect(openDrafts(KEY, VAULT_ID, sealed)).toEqual(isEmptyList ? [] : null);
      }),
    );
  });
});
