import '../../lib/vault/with-cheap-kdf.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShownPerson } from '../../lib/signin/dashboard-page';
import { shown } from './enrolment-page.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { enrolmentHandlers as handlers } from './handlers/enrolment';
import { addAccount, good, refusalsOf } from './held.testing';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/enrolment-tab', () => import('./enrolment-page.testing'));

const KEY = `pgp_${'b2'.repeat(32)}`;

beforeEach(makeFreshVault);

describe('a key on the page of somebody else', () => {
  const client = { email: 'client@example.org', isSignedIn: true };
  const showKey = (persons: readonly ShownPerson[]) => Object.assign(shown, { page: 'keys', texts: [KEY], persons });

  it('is saved to no account but that person’s, also where the page says so only by then', async () => {
    const accountId = await addAccount();
    showKey([client]);
    const { fingerprint, ...offer } = good(await handlers['enrol.read-key']({}));
    expect(offer).toMatchObject({ signedInAs: client.email, accountId: null });
    const saved = await handlers['enrol.save-key']({ fingerprint, accountId });
    expect(saved).toMatchObject({ error: [{ code: 'key-of-other-person', details: [client.email] }] });
    const clientId = await addAccount({ label: 'Client', email: client.email });
    expect(good(await handlers['enrol.read-key']({})).accountId).toBe(clientId);
    expect(refusalsOf(await handlers['enrol.save-key']({ fingerprint, accountId }))).toEqual(['key-of-other-person']);
    good(await handlers['enrol.save-key']({ fingerprint, accountId: clientId }));
    expect(good(await vault.read()).accounts.map(({ keys }) => keys.length)).toEqual([1, 2]);
  });

  it('is saved to no third person’s account where the page shows another address beside', async () => {
    const accountId = await addAccount();
    showKey([client, { email: 'support@paramant.app', isSignedIn: true }]);
    const { fingerprint } = good(await handlers['enrol.read-key']({}));
    expect(refusalsOf(await handlers['enrol.save-key']({ fingerprint, accountId }))).toEqual(['key-of-other-person']);
  });

  it('is what nobody knows where the page names none: that is said', async () => {
    const accountId = await addAccount();
    showKey([]);
    const { fingerprint, signedInAs } = good(await handlers['enrol.read-key']({}));
    expect(signedInAs).toBeNull();
    good(await handlers['enrol.save-key']({ fingerprint, accountId }));
  });
});
