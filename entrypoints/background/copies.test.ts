import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { envelopeStore } from '../../lib/browser/vault-store';
import type { CopyName } from '../../lib/model/copy-name';
import { ok } from '../../lib/shared/result';
import { BY_PASSWORD, makeFreshVault, unlock } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { copyHandlers } from './handlers/copies';
import { keyHandlers } from './handlers/keys';
import { vaultHandlers } from './handlers/vault';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

const WAY_IN = { type: 'password', password: BY_PASSWORD.password } as const;

beforeEach(async () => {
  await makeFreshVault();
  for (let count = 0; count < 2; count++) await vault.update(body => ok(body));
  await vault.settled();
});

/** Changes the last byte of a copy, which leaves it readable as a vault. */
async function spoil(...names: readonly CopyName[]): Promise<void> {
  for (const name of names) {
    const bytes = await envelopeStore.read(name);
    if (bytes === null) throw new Error(`${name} is empty`);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await envelopeStore.write(name, bytes, 0);
  }
}

/** State and use of every place, as the recovery page hears them. */
async function list(): Promise<readonly string[]> {
  const copies = await copyHandlers['copies.list']({});
  if (!copies.ok) throw new Error('no list');
  return copies.value.map(({ name, state, use }) => [name, state, use].filter(Boolean).join(' '));
}

describe('the copies', () => {
  it('are said to be whole only while their key is at hand', async () => {
    expect(await list()).toEqual([
      'a whole in-use',
      'b whole',
      'spare-1 whole',
      'spare-2 whole',
      'spare-3 whole same-save',
    ]);
    await vault.lock();
    expect(new Set((await list()).map(line => line.split(' ')[1]))).toEqual(new Set(['unproven']));
  });

  it('are said to be damaged, and not to be the open save, where their bytes were changed', async () => {
    await spoil('spare-1', 'spare-3');
    expect(await list()).toEqual(['a whole in-use', 'b whole', 'spare-1 damaged', 'spare-2 whole', 'spare-3 damaged']);
  });

  it('leave a word in the history of every key when they are saved to files, and none while locked', async () => {
    const draft = {
      label: 'Work',
      email: 'robin@example.org',
      apiKey: 'a1'.repeat(32),
      authenticator: '',
      createdOn: '',
    };
    await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
    const listed = await keyHandlers['keys.list']({});
    const [account] = listed.ok ? listed.value : [];
    const place = { accountId: account?.accountId ?? '', keyId: account?.keys[0]?.id ?? '' };
    for (const name of ['a', 'b'] as const) expect((await copyHandlers['copies.export']({ name })).ok).toBe(true);
    const acts = async () => {
      const told = await keyHandlers['keys.history'](place);
      return told.ok && told.value.map(({ act }) => act);
    };
    expect(await acts()).toEqual(['exported', 'created']);
    await vault.lock();
    expect((await copyHandlers['copies.export']({ name: 'a' })).ok).toBe(true);
    await unlock();
    expect(await acts()).toEqual(['exported', 'created']);
  });

  it('that are damaged are told from a wrong password when one is opened', async () => {
    await vault.lock();
    await spoil('spare-3');
    const open = (password: string) =>
      copyHandlers['copies.open']({ name: 'spare-3', wayIn: { ...WAY_IN, password }, overNewer: false });
    expect(await open(WAY_IN.password)).toMatchObject({ ok: false, error: [{ code: 'copy-damaged' }] });
    expect(await open('not the right one')).toMatchObject({ ok: false, error: [{ code: 'wrong-password' }] });
  });
});

describe('an unlock', () => {
  it('with both working copies damaged says that its way in was right', async () => {
    await vault.lock();
    await spoil('a', 'b');
    const unlocked = await vaultHandlers['vault.unlock']({ wayIn: WAY_IN });
    expect(unlocked).toMatchObject({ ok: false, error: [{ code: 'live-copies-damaged' }] });
  });
});
