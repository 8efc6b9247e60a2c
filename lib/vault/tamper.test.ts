// Tens of thousands of altered vaults are opened here, so the password's derivation is a cheap one.
import './with-cheap-kdf.testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { concatBytes } from '../shared/bytes';
import { createRepeatableRandom } from '../shared/random.testing';
import { followRecipe } from './fixtures/recipe.testing';
import { V1_EVERY_SLOT_RECIPE as RECIPE } from './fixtures/v1-every-slot';
import { judge } from './tamper.testing';

/** What a body of one step adds behind the header. */
const BODY_LENGTH = 4_096 + 16;
/** Identity, generation, save salt and slot count. */
const SLOTS_AT = 70;
/** Body nonce, padded length and MAC. */
const BEHIND_SLOTS = 24 + 4 + 32;
const PATIENCE_MS = 120_000;

let vaultKey: Bytes;
let valid: Bytes;
let headerLength: number;

beforeAll(async () => {
  ({ vaultKey, envelope: valid } = await followRecipe(RECIPE));
  headerLength = valid.length - BODY_LENGTH;
});

function flipBit(bytes: Bytes, bit: number): Bytes {
  const flipped = bytes.slice();
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

describe('a small vault', () => {
  it('opens with all three ways in while nobody has touched it', async () => {
    const { parsed, keys, content } = await judge(valid, RECIPE, vaultKey, true);
    expect({ parsed, keys, opens: content !== null }).toEqual({ parsed: true, keys: 3, opens: true });
  });

  it(
    'is refused with any single bit of its header flipped',
    async () => {
      for (let bit = 0; bit < headerLength * 8; bit++) {
        const { parsed, keys, content } = await judge(flipBit(valid, bit), RECIPE, vaultKey, true);
        const place = bit >> 3;
        expect(content, `bit ${bit} flipped, and the vault opened`).toBeNull();
        // A slot vouches for itself, so a flip in one closes that one and leaves the other two.
        const isInSlots = place >= SLOTS_AT && place < headerLength - BEHIND_SLOTS;
        if (parsed && isInSlots) expect(keys, `bit ${bit} is in a slot, and the slot opened`).toBe(2);
      }
    },
    PATIENCE_MS,
  );

  it(
    'is refused with a bit flipped in any byte of its body',
    async () => {
      // Seven bits on is another bit of the next byte, or of the same one: every byte has its turn, and every place in it.
      for (let bit = headerLength * 8; bit < valid.length * 8; bit += 7) {
        const { parsed, content } = await judge(flipBit(valid, bit), RECIPE, vaultKey, false);
        expect(parsed && content === null, `bit ${bit}`).toBe(true);
      }
    },
    PATIENCE_MS,
  );

  it('is refused at every length that it was cut to', async () => {
    for (let length = 0; length < valid.length; length++) {
      expect((await judge(valid.slice(0, length), RECIPE, vaultKey, true)).parsed, `${length} bytes`).toBe(false);
    }
  });

  it('is refused with 1 to 64 bytes behind it, whatever they are', async () => {
    const random = createRepeatableRandom(9);
    for (let extra = 1; extra <= 64; extra++) {
      for (const tail of [new Uint8Array(extra), random(extra), valid.slice(0, extra)]) {
        expect((await judge(concatBytes(valid, tail), RECIPE, vaultKey, true)).parsed).toBe(false);
      }
    }
  });

  it('is refused with any byte taken out or put in twice', async () => {
    for (let place = 0; place < headerLength; place++) {
      const without = concatBytes(valid.slice(0, place), valid.slice(place + 1));
      const twice = concatBytes(valid.slice(0, place + 1), valid.slice(place));
      for (const bytes of [without, twice]) {
        expect((await judge(bytes, RECIPE, vaultKey, false)).content).toBeNull();
      }
    }
  });
});
