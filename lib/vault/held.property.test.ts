import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import type { Seal } from '../model/held';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { err } from '../shared/result';
import { accountAt } from './accounts.testing';
import { byTouch, holdAccount } from './held';
import type { HeldWorld } from './held.testing';
import { applyTo, good, makeHeldWorld } from './held.testing';
import { openHolding } from './held-seal';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(all => all.slice());
const PARTS = ['sealId', 'salt', 'nonce', 'sealed'] as const;

let world: HeldWorld;
let heldKey: Bytes;
let vaultId: Bytes;
let first: Account;
let second: Account;

beforeAll(async () => {
  world = await makeHeldWorld();
  ({ vaultId } = world.now.identity);
  const { body } = await applyTo(world.now, holdAccount('account-1', byTouch(world.touch)));
  heldKey = good(await byTouch(world.touch)(body, vaultId));
  [first, second] = [accountAt(body, 0), accountAt(body, 1)];
});

function flip(text: string, bit: number): string {
  const flipped = base64Decode(text) ?? new Uint8Array(0);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return base64Encode(flipped);
}

function bitsOf(text: string): number {
  return (base64Decode(text)?.length ?? 0) * 8;
}

function withSeal(account: Account, seal: Seal): Account {
  return { ...account, seal };
}

function sealOf({ seal }: Account): Seal {
  if (seal === null) throw new Error('not held');
  return seal;
}

describe('the held key', () => {
  it('comes from its own passkey and its own code, and from no other bytes, the vault key among them', async () => {
    const { now, touch, code } = world;
    if (touch.type !== 'passkey') throw new Error('not a passkey');
    const open = (find: ReturnType<typeof byTouch>) => find(now.body, vaultId);
    expect((await open(byTouch(touch))).ok && (await open(byTouch({ type: 'recovery', code }))).ok).toBe(true);
    const wrong = err('held-wrong-touch');
    expect(await open(byTouch({ ...touch, prfOutput: now.vaultKey }))).toEqual(wrong);
    expect(await open(byTouch({ type: 'recovery', code: now.vaultKey }))).toEqual(wrong);
    expect(await open(byTouch({ type: 'recovery', code: touch.prfOutput }))).toEqual(wrong);
    expect(await open(byTouch({ ...touch, prfOutput: code }))).toEqual(wrong);
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(16), async (prfOutput, other) => {
        expect(await open(byTouch({ ...touch, prfOutput }))).toEqual(wrong);
        expect(await open(byTouch({ type: 'recovery', code: other }))).toEqual(wrong);
      }),
    );
  });

  it('does not come from a wrap with any bit flipped, nor in another vault', async () => {
    const { now, touch } = world;
    const { held } = now.body;
    const [passkey] = held?.passkeys ?? [];
    if (!held || !passkey || touch.type !== 'passkey') throw new Error('not held');
    for (const part of ['wrapId', 'nonce', 'wrappedKey'] as const) {
      for (let bit = 0; bit < bitsOf(passkey[part]); bit++) {
        const altered = { ...passkey, [part]: flip(passkey[part], bit) };
        const body = { ...now.body, held: { ...held, passkeys: [altered] as [typeof altered] } };
        const find = byTouch({ ...touch, wrapId: altered.wrapId });
        expect((await find(body, vaultId)).ok, `${part}, bit ${bit}`).toBe(false);
      }
    }
    expect(await byTouch(touch)(now.body, now.random(16))).toEqual(err('held-wrong-touch'));
  });
});

describe('a seal', () => {
  it('opens under the held key and under no other bytes, the vault key among them', () => {
    expect(openHolding(first, vaultId, heldKey)).not.toBeNull();
    expect(openHolding(first, vaultId, world.now.vaultKey)).toBeNull();
    fc.assert(
      fc.property(bytes(32), key => {
        expect(openHolding(first, vaultId, key)).toBeNull();
      }),
    );
  });

  it('is refused with any bit of id, salt or nonce flipped', () => {
    const seal = sealOf(first);
    for (const part of ['sealId', 'salt', 'nonce'] as const) {
      for (let bit = 0; bit < bitsOf(seal[part]); bit++) {
        const altered = withSeal(first, { ...seal, [part]: flip(seal[part], bit) });
        expect(openHolding(altered, vaultId, heldKey), `${part}, bit ${bit}`).toBeNull();
      }
    }
  });

  it('is refused with any bit of what is sealed flipped', () => {
    const seal = sealOf(first);
    fc.assert(
      fc.property(fc.nat(bitsOf(seal.sealed) - 1), bit => {
        const altered = withSeal(first, { ...seal, sealed: flip(seal.sealed, bit) });
        expect(openHolding(altered, vaultId, heldKey)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused at another account, in another vault, and with any part of another seal', () => {
    const [one, other] = [sealOf(first), sealOf(second)];
    expect(openHolding(withSeal(first, other), vaultId, heldKey)).toBeNull();
    expect(openHolding(withSeal(second, one), vaultId, heldKey)).toBeNull();
    expect(openHolding({ ...first, id: `${first.id}0` }, vaultId, heldKey)).toBeNull();
    expect(openHolding(first, world.now.random(16), heldKey)).toBeNull();
    for (const part of PARTS) {
      expect(openHolding(withSeal(first, { ...one, [part]: other[part] }), vaultId, heldKey), part).toBeNull();
    }
  });
});
