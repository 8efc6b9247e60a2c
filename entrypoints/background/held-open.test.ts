import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { statusItem } from '../../lib/browser/status';
import { HOUR_MS, MINUTE_MS } from '../../lib/shared/duration';
import { BY_PASSWORD, makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { heldHandlers } from './handlers/held';
import type { Passkey } from './held.testing';
import { addAccount, good, makePasskey, NOON, readAccount, refusalsOf, setUp, touch } from './held.testing';
import { runJob } from './jobs';
import { lockNow } from './lock';
import { publishStatus, vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));

let accountId: string;
let passkey: Passkey;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  await makeFreshVault();
  accountId = await addAccount();
  passkey = await setUp(accountId);
});

async function codes() {
  return good(await accountHandlers['accounts.codes']({}));
}

async function keepOpen(minutes: number): Promise<void> {
  good(await heldHandlers['held.set-keep-open']({ touch: await touch(passkey), minutes }));
}

async function heldUntilMs() {
  return (await publishStatus()).heldUntilMs;
}

describe('keeping open', () => {
  it('shows the codes of every held account for the minutes that were chosen, and not a moment longer', async () => {
    await keepOpen(5);
    expect(await heldUntilMs()).toBeNull();
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldUntilMs()).toBe(NOON.getTime() + 5 * MINUTE_MS);
    expect((await fakeBrowser.alarms.get('forget-held-key'))?.scheduledTime).toBe(NOON.getTime() + 5 * MINUTE_MS);
    const [shown] = await codes();
    expect(shown?.next).toMatch(/^\d{6}$/);
    vi.setSystemTime(NOON.getTime() + 5 * MINUTE_MS);
    expect(await codes()).toEqual([]);
    await runJob('forget-held-key');
    expect(await heldKeyItem.read()).toBeNull();
    expect(await statusItem.read()).toMatchObject({ heldUntilMs: null, phase: 'unlocked' });
  });

  it('keeps nothing where no minutes were chosen', async () => {
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldKeyItem.read()).toBeNull();
  });

  it('keeps nothing after a touch that opens nothing', async () => {
    await keepOpen(5);
    await heldHandlers['held.open']({ touch: await touch(makePasskey()) });
    expect(await heldKeyItem.read()).toBeNull();
  });

  it('ends when the person ends it, and with another choice', async () => {
    await keepOpen(5);
    for (const end of [() => heldHandlers['held.close']({}), () => keepOpen(1)]) {
      good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
      expect(await heldKeyItem.read()).not.toBeNull();
      await end();
      expect(await heldKeyItem.read()).toBeNull();
    }
  });

  it('is refused by a clock that was set back behind the touch', async () => {
    await keepOpen(5);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    vi.setSystemTime(NOON.getTime() - 30_000);
    expect(await codes()).toEqual([]);
    expect(await heldUntilMs()).toBeNull();
  });

  it.each([
    ['the lock button', () => lockNow()],
    ['a lock of the vault alone', () => vault.lock()],
    [
      'inactivity, noticed by its alarm',
      async () => {
        vi.setSystemTime(NOON.getTime() + HOUR_MS);
        await runJob('lock');
      },
    ],
  ])('ends with %s', async (_, lock) => {
    await keepOpen(60);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    expect(await heldKeyItem.read()).not.toBeNull();
    await lock();
    expect(await fakeBrowser.storage.session.get('held.key')).toEqual({});
  });

  it('does not outlive an unlock that came before the expired session was noticed', async () => {
    await keepOpen(60);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    const kept = await heldKeyItem.read();
    await lockNow();
    vi.setSystemTime(NOON.getTime() + MINUTE_MS);
    good(await vault.unlock(BY_PASSWORD));
    if (kept !== null) await heldKeyItem.write(kept);
    expect(await codes()).toEqual([]);
  });

  it('holds another account without a further touch, and gives none back without one', async () => {
    await keepOpen(5);
    const second = await addAccount({ label: 'Client', email: 'client@example.org' });
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    good(await heldHandlers['held.hold']({ accountId: second, touch: null }));
    expect(await codes()).toHaveLength(2);
    good(await heldHandlers['held.release']({ accountId, touch: await touch(passkey) }));
    expect((await readAccount(accountId)).authenticator).not.toBeNull();
  });

  it('never seals an account under a key that the vault does not have any more', async () => {
    await keepOpen(5);
    good(await heldHandlers['held.open']({ touch: await touch(passkey) }));
    const kept = await heldKeyItem.read();
    good(await heldHandlers['held.release']({ accountId, touch: await touch(passkey) }));
    await setUp(accountId);
    if (kept !== null) await heldKeyItem.write(kept);
    const second = await addAccount({ label: 'Client', email: 'client@example.org' });
    const held = await heldHandlers['held.hold']({ accountId: second, touch: null });
    expect(refusalsOf(held)).toEqual(['held-touch-needed']);
  });
});
