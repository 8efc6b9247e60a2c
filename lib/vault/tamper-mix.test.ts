import './with-cheap-kdf.testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Header } from '../crypto/envelope';
import { formatHeader, parseEnvelope } from '../crypto/envelope';
import type { Bytes } from '../shared/bytes';
import { concatBytes, utf8Encode } from '../shared/bytes';
import { createRepeatableRandom } from '../shared/random.testing';
import { followRecipe } from './fixtures/recipe.testing';
import { V1_EVERY_SLOT_RECIPE as RECIPE } from './fixtures/v1-every-slot';
import { sealVault } from './seal';
import { judge } from './tamper.testing';

let vaultKey: Bytes;
let valid: Bytes;
let other: Awaited<ReturnType<typeof followRecipe>>;

beforeAll(async () => {
  ({ vaultKey, envelope: valid } = await followRecipe(RECIPE));
  // The same person, the same ways in, another vault.
  other = await followRecipe({ ...RECIPE, seed: 77 });
});

function partsOf(bytes: Bytes) {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const verdictOf = (bytes: Bytes) => judge(bytes, RECIPE, vaultKey, true);

/** The envelope with another header before the same MAC and body, as somebody without the key could make it. */
function withHeader(change: (header: Header) => Partial<Header>): Bytes {
  const { header, headerMac, ciphertext } = partsOf(valid);
  return concatBytes(formatHeader({ ...header, ...change(header) }), headerMac, ciphertext);
}

describe('a vault put together from pieces', () => {
  it('is refused with the body of an earlier save behind a newer header', async () => {
    const { header, associated } = partsOf(valid);
    const earlier = sealVault(vaultKey, { ...header, generation: 2 }, utf8Encode('{}'), createRepeatableRandom(5));
    const mixed = concatBytes(associated, partsOf(earlier).ciphertext);
    expect((await verdictOf(mixed)).content).toBeNull();
  });

  it('is refused with a generation that nobody saved', async () => {
    expect((await verdictOf(withHeader(() => ({ generation: 1_000_000 })))).content).toBeNull();
  });

  it('is refused as a backup turned into a vault, and its slots stay shut', async () => {
    const verdict = await verdictOf(withHeader(() => ({ namespace: 'backup' })));
    expect(verdict).toEqual({ parsed: true, keys: 0, content: null });
  });

  it('opens no slot that was moved in from another vault, though password, passkey and code are the same', async () => {
    const { slots } = partsOf(other.envelope).header;
    expect(await verdictOf(withHeader(() => ({ slots })))).toEqual({ parsed: true, keys: 0, content: null });
  });

  it('is refused with a slot taken away, though the others still open', async () => {
    const verdict = await verdictOf(withHeader(({ slots }) => ({ slots: slots.slice(1) })));
    expect(verdict).toEqual({ parsed: true, keys: 2, content: null });
  });

  it('is refused with its slots in another order', async () => {
    const verdict = await verdictOf(withHeader(({ slots }) => ({ slots: slots.toReversed() })));
    expect(verdict).toEqual({ parsed: true, keys: 3, content: null });
  });

  it('is refused with a cheaper password slot: its costs are part of what the slot authenticates', async () => {
    const cheapen = ({ slots }: Header): Partial<Header> => ({
      slots: slots.map(slot => {
        const { parameters } = slot;
        if (parameters.type !== 'password') return slot;
        return { ...slot, parameters: { ...parameters, kdf: { memoryKib: 19_456, iterations: 2, parallelism: 1 } } };
      }),
    });
    expect(await verdictOf(withHeader(cheapen))).toEqual({ parsed: true, keys: 2, content: null });
  });

  it('is refused behind or before another one', async () => {
    expect((await verdictOf(concatBytes(valid, other.envelope))).parsed).toBe(false);
    expect((await verdictOf(concatBytes(other.envelope, valid))).parsed).toBe(false);
  });

  it('does not open with the key of another vault', async () => {
    expect((await judge(valid, RECIPE, other.vaultKey, false)).content).toBeNull();
  });
});
