import { describe, expect, it, vi } from 'vitest';
import { derivePasswordKey } from '../crypto/kdf';
import type { CopyName } from '../model/copy-name';
import { err } from '../shared/result';
import { readCopies } from './copies';
import { followRecipe } from './fixtures/recipe.testing';
import { V1_EVERY_SLOT_RECIPE as RECIPE } from './fixtures/v1-every-slot';
import { findVaultKey, openNewest } from './open';
import { unlockCopies } from './open.testing';
import { FakeEnvelopeStore } from './stores.testing';

vi.mock('../crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../crypto/kdf')>()),
  derivePasswordKey: vi.fn((await import('./cheap-kdf.testing')).deriveCheaply),
}));

const RIGHT = { type: 'password', password: RECIPE.password } as const;
const WRONG = { type: 'password', password: 'not the password' } as const;

/** Two saves of one vault with the very same slots; the body of each says its generation. */
async function storeTwoSaves(): Promise<FakeEnvelopeStore> {
  const store = new FakeEnvelopeStore();
  for (const [name, generation] of [
    ['a', 8],
    ['b', 9],
  ] as const) {
    const body = {
      ...(RECIPE.body as object),
      policy: { lockAfterMinutes: 60, intervalDays: 90, noticeDays: generation },
    };
    store.stored.set(name, (await followRecipe({ ...RECIPE, generation, body })).envelope);
  }
  // Making them derived too.
  vi.mocked(derivePasswordKey).mockClear();
  return store;
}

/** Flips a bit of the last byte: the slots still open, and the body does not. */
function damageBody(store: FakeEnvelopeStore, name: CopyName): void {
  const bytes = store.stored.get(name);
  if (bytes) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
}

/** Flips a bit of every wrapped key: no slot opens any more. */
function damageSlots(store: FakeEnvelopeStore, name: CopyName): void {
  const bytes = store.stored.get(name);
  for (const place of [200, 370, 490]) if (bytes) bytes[place] = (bytes[place] ?? 0) ^ 1;
}

async function outcomeOf(store: FakeEnvelopeStore, wayIn: typeof RIGHT | typeof WRONG): Promise<string | number> {
  const unlocked = await unlockCopies(await readCopies(store), wayIn);
  return unlocked.ok ? unlocked.value.copy.envelope.header.generation : unlocked.error;
}

describe('opening copies', () => {
  it('opens the newest save', async () => {
    expect(await outcomeOf(await storeTwoSaves(), RIGHT)).toBe(9);
  });

  it('opens the save before where the newest is damaged', async () => {
    const store = await storeTwoSaves();
    damageBody(store, 'b');
    expect(await outcomeOf(store, RIGHT)).toBe(8);
  });

  it('opens the save before where the slots of the newest are damaged', async () => {
    const store = await storeTwoSaves();
    damageSlots(store, 'b');
    expect(await outcomeOf(store, RIGHT)).toBe(8);
  });

  it('opens the newest even where only the slots of the one before are whole: they hold the same key', async () => {
    const store = await storeTwoSaves();
    damageBody(store, 'a');
    expect(await outcomeOf(store, RIGHT)).toBe(9);
  });

  it('says damage, never wrong password, where a slot opens and no body does', async () => {
    const store = await storeTwoSaves();
    damageBody(store, 'a');
    damageBody(store, 'b');
    expect(await outcomeOf(store, RIGHT)).toBe('vault-damaged');
  });

  it('says wrong password, never damage, where no slot opens, be the bodies whole or not', async () => {
    const store = await storeTwoSaves();
    expect(await outcomeOf(store, WRONG)).toBe('wrong-password');
    damageBody(store, 'a');
    damageBody(store, 'b');
    expect(await outcomeOf(store, WRONG)).toBe('wrong-password');
  });

  it('is not led by a generation that somebody wrote into a copy', async () => {
    const store = await storeTwoSaves();
    store.stored.get('a')?.fill(0x01, 30, 36);
    expect(await outcomeOf(store, RIGHT)).toBe(9);
  });
});

describe('findVaultKey', () => {
  it('derives once for copies that carry the same slot, right password or wrong', async () => {
    const copies = await readCopies(await storeTwoSaves());
    expect(await findVaultKey(copies, WRONG)).toBeNull();
    expect(derivePasswordKey).toHaveBeenCalledTimes(1);
    expect(await findVaultKey(copies, RIGHT)).not.toBeNull();
    expect(derivePasswordKey).toHaveBeenCalledTimes(2);
  });

  it('tries the slot of each copy where they differ, since one of them is the old password’s', async () => {
    const store = await storeTwoSaves();
    store.stored.set('a', (await followRecipe({ ...RECIPE, seed: 5 })).envelope);
    vi.mocked(derivePasswordKey).mockClear();
    expect(await findVaultKey(await readCopies(store), WRONG)).toBeNull();
    expect(derivePasswordKey).toHaveBeenCalledTimes(2);
  });

  it('derives nothing for a way in that no slot is for', async () => {
    const copies = await readCopies(await storeTwoSaves());
    expect(await findVaultKey(copies, { type: 'passkey', prfOutput: new Uint8Array(32) })).toBeNull();
    expect(derivePasswordKey).not.toHaveBeenCalled();
  });
});

describe('openNewest', () => {
  it('gives nothing for a key of another vault', async () => {
    expect(openNewest(await readCopies(await storeTwoSaves()), new Uint8Array(32))).toEqual(err('vault-damaged'));
  });

  it('goes back to no older save where a later version wrote the newest', async () => {
    const store = await storeTwoSaves();
    const newer = await followRecipe({ ...RECIPE, generation: 10, body: { schema: 99 } });
    store.stored.set('a', newer.envelope);
    expect(await outcomeOf(store, RIGHT)).toBe('vault-newer');
  });
});
