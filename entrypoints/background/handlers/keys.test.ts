import '../../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFreshVault } from '../fresh-vault.testing';
import { lockNow } from '../lock';
import { accountHandlers } from './accounts';
import { keyHandlers } from './keys';

vi.mock('../../../lib/browser/clipboard-guard', () => ({ forgetCopiedTextLater: async () => true }));
vi.mock('../../../lib/browser/spare-store', () => import('../spare-store.testing'));

const [OLD, NEW] = ['a1'.repeat(32), 'b2'.repeat(32)];

let accountId: string;
let keyId: string;

async function listKeys() {
  const listed = await keyHandlers['keys.list']({});
  if (!listed.ok || listed.value[0] === undefined) throw new Error('no account');
  return listed.value[0];
}

const failing = (...codes: readonly string[]) => ({ ok: false, error: codes.map(code => ({ code })) });

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 12), toFake: ['Date'] });
  await makeFreshVault();
  const draft = { label: 'Work', email: 'robin@example.org', apiKey: OLD, authenticator: '', createdOn: '2026-08-01' };
  const saved = await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  accountId = saved.value.id;
  keyId = (await listKeys()).keys[0]?.id ?? '';
});

describe('the inventory', () => {
  it('shows everything about a key but what it is', async () => {
    const { keys } = await listKeys();
    expect(keys).toMatchObject([{ id: keyId, use: 'active', isFilled: true, placeCount: 1, snoozesLeft: 3 }]);
    expect(JSON.stringify(keys)).not.toContain(OLD);
  });

  it('takes a key once, and none that another account has', async () => {
    const again = { accountId, secret: `pgp_${NEW}`, createdOn: '', state: 'active' } as const;
    expect((await keyHandlers['keys.add'](again)).ok).toBe(true);
    expect(await keyHandlers['keys.add'](again)).toMatchObject(failing('key-already-there'));
    const draft = { label: 'B', email: 'b@example.org', apiKey: 'c3'.repeat(32), authenticator: '', createdOn: '' };
    await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
    const others = { ...again, secret: draft.apiKey };
    expect(await keyHandlers['keys.add'](others)).toMatchObject(failing('key-of-other-account'));
  });

  it('changes only what a form names, and says what is wrong with it', async () => {
    const edit = (changes: object) => keyHandlers['keys.edit']({ accountId, keyId, changes });
    expect((await edit({ label: 'Main', interval: { intervalDays: 30, neverDueBecause: null } })).ok).toBe(true);
    expect((await edit({ note: 'kept' })).ok).toBe(true);
    expect((await listKeys()).keys).toMatchObject([
      { label: 'Main', note: 'kept', intervalDays: 30, createdOn: '2026-08-01' },
    ]);
    expect(await edit({ createdOn: '2026-12-24' })).toMatchObject(failing('created-on-future'));
  });

  it('puts nothing over what another window has changed since the form was opened', async () => {
    const edit = (changes: object, opened: object) => keyHandlers['keys.edit']({ accountId, keyId, changes, opened });
    expect((await edit({ label: 'Main', note: 'mine' }, { label: '', note: '' })).ok).toBe(true);
    expect(await edit({ label: 'Second' }, { label: '' })).toMatchObject(failing('changed-elsewhere'));
    expect((await edit({ createdOn: '2026-08-02' }, { createdOn: '2026-08-01' })).ok).toBe(true);
    const interval = { intervalDays: 30, neverDueBecause: null };
    expect((await edit({ interval }, { interval: { intervalDays: null, neverDueBecause: null } })).ok).toBe(true);
    expect((await listKeys()).keys).toMatchObject([{ label: 'Main', createdOn: '2026-08-02', intervalDays: 30 }]);
  });

  it('puts a due key off three times, and no more', async () => {
    const snooze = () => keyHandlers['keys.snooze']({ accountId, keyId, days: 1 });
    for (const left of [2, 1, 0]) {
      expect((await snooze()).ok).toBe(true);
      expect((await listKeys()).keys).toMatchObject([{ snoozesLeft: left, snoozedUntil: '2026-11-23' }]);
    }
    expect(await snooze()).toMatchObject(failing('snooze-used-up'));
  });

  it('is closed while locked', async () => {
    await lockNow();
    expect(await keyHandlers['keys.list']({})).toMatchObject(failing('vault-locked'));
    expect(await keyHandlers['keys.snooze']({ accountId, keyId, days: 1 })).toMatchObject(failing('vault-locked'));
  });
});
