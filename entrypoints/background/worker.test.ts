import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { statusItem } from '../../lib/browser/status';
import { DEFAULT_POLICY } from '../../lib/model/policy';
import { HOUR_MS, MINUTE_MS } from '../../lib/shared/duration';
import { BY_PASSWORD, makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { copyHandlers } from './handlers/copies';
import { vaultHandlers } from './handlers/vault';
import { runJob } from './jobs';
import { lockNow } from './lock';
import { publishStatus, vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));

const NOON = new Date(2026, 10, 22, 12);
const DAY_MS = 24 * HOUR_MS;

const draft = {
  label: 'Work',
  email: 'robin@example.org',
  apiKey: 'a1'.repeat(32),
  authenticator: '',
  // Eighty-nine days before noon: due on the next day.
  createdOn: '2026-08-25',
};

async function lockAlarmMs(): Promise<number | undefined> {
  return (await fakeBrowser.alarms.get('lock'))?.scheduledTime;
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  await accountHandlers['accounts.save']({ id: null, baseRevision: 0, changed: [], draft, touch: null });
  await publishStatus();
});

describe('the status', () => {
  it('is derived from what is stored, whatever an earlier worker left there', async () => {
    await lockNow();
    const locked = await statusItem.read();
    if (locked === null) throw new Error('no status');
    await statusItem.write({ ...locked, phase: 'unlocked', dueCount: 7 });
    await publishStatus();
    expect(await statusItem.read()).toMatchObject({ phase: 'locked', dueCount: 0, locksAtMs: null });
  });

  it('counts a key that falls due overnight, though the vault is locked', async () => {
    await lockNow();
    expect(await statusItem.read()).toMatchObject({ phase: 'locked', dueCount: 0 });
    vi.setSystemTime(NOON.getTime() + DAY_MS);
    await runJob('new-day');
    expect(await statusItem.read()).toMatchObject({ phase: 'locked', dueCount: 1 });
  });

  it('has the next look at the calendar armed for midnight', async () => {
    const alarm = await fakeBrowser.alarms.get('new-day');
    expect(alarm?.scheduledTime).toBe(new Date(2026, 10, 23).getTime());
  });
});

describe('the lock by inactivity', () => {
  it('is armed for an hour after the last act, and the session is gone when its time has come', async () => {
    expect(await lockAlarmMs()).toBe(NOON.getTime() + HOUR_MS);
    vi.setSystemTime(NOON.getTime() + HOUR_MS);
    await runJob('lock');
    expect(await statusItem.read()).toMatchObject({ phase: 'locked' });
    expect(await fakeBrowser.storage.session.get('session.key')).toEqual({});
  });

  it('comes sooner once a shorter time was saved', async () => {
    await vaultHandlers['policy.save']({ ...DEFAULT_POLICY, lockAfterMinutes: 5 });
    await vault.recordAct();
    await publishStatus();
    expect(await lockAlarmMs()).toBe(NOON.getTime() + 5 * MINUTE_MS);
  });

  it('is not put off by an alarm that comes early or twice', async () => {
    vi.setSystemTime(NOON.getTime() + HOUR_MS / 2);
    await runJob('lock');
    await runJob('lock');
    expect(await statusItem.read()).toMatchObject({ phase: 'unlocked' });
    expect(await lockAlarmMs()).toBe(NOON.getTime() + HOUR_MS);
  });
});

describe('a disk that takes no writes', () => {
  it('does not keep a vault from being read', async () => {
    vi.setSystemTime(NOON.getTime() + MINUTE_MS);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('No space left on device'));
    await vaultHandlers['policy.read']({});
    expect((await vaultHandlers['vault.status']({})).ok).toBe(true);
    expect((await accountHandlers['accounts.list']({})).ok).toBe(true);
  });
});

describe('a disk that gives nothing', () => {
  beforeEach(async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Corruption: not an sstable'));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Corruption: not an sstable'));
    await lockNow();
  });

  it('is told as a vault that cannot be read, and not by silence', async () => {
    expect(await vaultHandlers['vault.status']({})).toMatchObject({ ok: true, value: { phase: 'damaged' } });
  });

  it('does not keep the owner of a spare copy out', async () => {
    const opened = await copyHandlers['copies.open']({ name: 'spare-1', wayIn: BY_PASSWORD, overNewer: false });
    expect(opened).toMatchObject({ ok: false, error: [{ code: 'save-failed' }] });
    expect(await vaultHandlers['vault.status']({})).toMatchObject({ ok: true, value: { phase: 'unlocked' } });
    expect((await accountHandlers['accounts.list']({})).ok).toBe(true);
  });
});
