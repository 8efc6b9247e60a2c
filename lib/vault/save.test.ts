import './with-cheap-kdf.testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { ENVELOPE_CAP_BYTES } from '../crypto/envelope';
import { createRepeatableRandom } from '../shared/random.testing';
import { emptyBody } from './body';
import { readStored } from './body.testing';
import { readCopies } from './copies';
import { EVERY_FIELD_BODY } from './fixtures/every-field-body';
import { followRecipe } from './fixtures/recipe.testing';
import { V1_EVERY_SLOT_RECIPE as RECIPE } from './fixtures/v1-every-slot';
import type { OpenVault } from './open';
import { openNewest } from './open';
import type { SaveTarget } from './save';
import { otherCopy, saveCopy } from './save';
import { FakeEnvelopeStore } from './stores.testing';

let store: FakeEnvelopeStore;
let opened: OpenVault;
let vaultKey: Uint8Array<ArrayBuffer>;

beforeEach(async () => {
  store = new FakeEnvelopeStore();
  const made = await followRecipe(RECIPE);
  vaultKey = made.vaultKey;
  store.stored.set('a', made.envelope);
  const found = openNewest(await readCopies(store), vaultKey);
  if (!found.ok) throw new Error(found.error);
  opened = found.value;
});

const body = readStored(EVERY_FIELD_BODY);

function save(what = body, { overwriting = 'what-is-older', highestSeen = null }: Partial<SaveTarget> = {}) {
  const { header } = opened.copy.envelope;
  return saveCopy(
    { store, random: createRepeatableRandom(8) },
    { name: otherCopy(opened.copy.name), overwriting, highestSeen },
    { ...header, generation: header.generation + 1, vaultKey },
    what,
  );
}

async function newestGeneration(): Promise<number | undefined> {
  const newest = openNewest(await readCopies(store), vaultKey);
  return newest.ok ? newest.value.copy.envelope.header.generation : undefined;
}

describe('saveCopy', () => {
  it('writes the next generation to the copy that does not hold the vault, and leaves the one that does', async () => {
    const before = store.stored.get('a')?.slice();
    const saved = await save();
    expect(saved.ok && saved.value.copy.name).toBe('b');
    expect(saved.ok && saved.value.copy.envelope.header.generation).toBe(RECIPE.generation + 1);
    expect(saved.ok && saved.value.body).toEqual(body);
    expect(store.stored.get('a')).toEqual(before);
  });

  it('takes a new salt and a new nonce for every save', async () => {
    const saved = await save();
    if (!saved.ok) throw new Error(saved.error);
    const [before, after] = [opened.copy.envelope.header, saved.value.copy.envelope.header];
    expect(after.saveSalt).not.toEqual(before.saveSalt);
    expect(after.bodyNonce).not.toEqual(before.bodyNonce);
    expect(after.slots).toEqual(before.slots);
  });

  it.each<[string, (store: FakeEnvelopeStore) => void]>([
    [
      'the store refuses to write',
      s => {
        s.faultAt = (_, operation) => (operation === 'write' ? 'reject' : null);
      },
    ],
    [
      'what was written cannot be read back',
      s => {
        s.faultAt = (call, operation) => (call > 0 && operation === 'read' ? 'reject' : null);
      },
    ],
    [
      'a bit changed on the way',
      s => {
        s.spoil = bytes => bytes.fill((bytes[600] ?? 0) ^ 1, 600, 601);
      },
    ],
    [
      'the bytes were cut short',
      s => {
        s.spoil = bytes => bytes.slice(0, -1);
      },
    ],
    [
      'nothing at all was kept',
      s => {
        s.spoil = () => new Uint8Array(0);
      },
    ],
  ])('does not count where %s, and the vault is as it was or newer', async (_, breakStore) => {
    breakStore(store);
    expect(await save()).toEqual({ ok: false, error: 'save-failed' });
    store.revive();
    expect([RECIPE.generation, RECIPE.generation + 1]).toContain(await newestGeneration());
  });

  it('does not count where the store kept nothing and says so late', async () => {
    store.write = async () => {};
    expect(await save()).toEqual({ ok: false, error: 'save-failed' });
    expect(await newestGeneration()).toBe(RECIPE.generation);
  });

  it('says that a vault is full before it touches the store', async () => {
    const before = store.snapshot();
    const [account] = body.accounts;
    if (account === undefined) throw new Error('no account');
    const notes = 'x'.repeat(ENVELOPE_CAP_BYTES);
    expect(await save({ ...emptyBody(1), accounts: [{ ...account, notes }] })).toEqual({
      ok: false,
      error: 'vault-full',
    });
    expect(store.snapshot()).toBe(before);
  });

  it('does not write over an envelope of a later version, which this one cannot judge', async () => {
    const newer = store.stored.get('a')?.slice().fill(2, 9, 10) ?? new Uint8Array(0);
    store.stored.set('b', newer);
    expect(await save()).toEqual({ ok: false, error: 'vault-newer' });
    expect(store.stored.get('b')).toEqual(newer);
    // Unless the person has been asked: the mark of a later version may be nothing but a damaged byte.
    expect((await save(body, { overwriting: 'anything' })).ok).toBe(true);
  });

  it('writes over a copy that cannot be read where nothing newer was ever seen, and else leaves it alone', async () => {
    const hide = () => {
      store.faultAt = (_, operation, name) => (operation === 'read' && name === 'b' && hidden-- > 0 ? 'reject' : null);
    };
    let hidden = 1;
    hide();
    expect(await save()).toEqual({ ok: false, error: 'save-failed' });
    hidden = 1;
    expect(await save(body, { highestSeen: RECIPE.generation + 1 })).toEqual({ ok: false, error: 'save-failed' });
    hidden = 1;
    expect((await save(body, { highestSeen: RECIPE.generation })).ok).toBe(true);
  });

  it('writes over a copy that is damaged: that is how the pair becomes whole again', async () => {
    store.stored.set('b', Uint8Array.of(1, 2, 3));
    expect((await save()).ok).toBe(true);
    expect(await newestGeneration()).toBe(RECIPE.generation + 1);
  });
});
