// What enrolment leaves behind of pictures, and the clock that its confirming code goes by.
import '../../lib/vault/with-cheap-kdf.testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { skewItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { codeAt } from '../../lib/totp/code';
import { parseAuthenticator } from '../../lib/totp/parse-authenticator';
import { drawPicture, linkOf, shown, showSetup } from './enrolment-page.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { enrolmentHandlers as handlers } from './handlers/enrolment';
import { addAccount, good, NEXT_OTP, NOON, OTP } from './held.testing';
import { vault } from './worker';

vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/enrolment-tab', () => import('./enrolment-page.testing'));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await makeFreshVault();
  shown.bornAtMs = 1;
  showSetup(NEXT_OTP);
});
afterEach(() => vi.useRealTimers());

/** Everything that lies in storage, of every area, and in the open vault. */
async function allKept(): Promise<string> {
  const { local, session, sync } = fakeBrowser.storage;
  const areas = await Promise.all([local, session, sync].map(area => area.get(null)));
  return JSON.stringify([...areas, good(await vault.read())]);
}

describe('a picture', () => {
  it('that a person gives leaves nothing behind, read or not', async () => {
    await addAccount();
    const before = await allKept();
    const picture = drawPicture(linkOf(OTP));
    good(await handlers['enrol.read-picture'](picture));
    await handlers['enrol.read-picture']({ width: 8, height: 8, brightness: picture.brightness });
    expect(await allKept()).toBe(before);
  });

  it('of a set-up page is gone once its authenticator is saved', async () => {
    const accountId = await addAccount();
    const { fingerprint } = good(await handlers['enrol.read-authenticator']({}));
    good(await handlers['enrol.save-authenticator']({ fingerprint, accountId, touch: null }));
    const kept = await allKept();
    const [picture] = shown.pictures;
    expect(picture?.brightness.length).toBeGreaterThan(1_000);
    expect(kept).not.toContain(picture?.brightness.slice(0, 400));
    expect(kept).not.toMatch(/brightness|data:image/u);
  });
});

describe('the code that confirms a new authenticator', () => {
  it.each([-40, 40])('is of the site’s time, which is %d s away', async seconds => {
    const accountId = await addAccount();
    const { fingerprint } = good(await handlers['enrol.read-authenticator']({}));
    good(await handlers['enrol.save-authenticator']({ fingerprint, accountId, touch: null }));
    const nowMs = NOON.getTime();
    await skewItem.write({ aheadMs: seconds * SECOND_MS, errorMs: 500, measuredAtMs: nowMs });
    good(await handlers['enrol.fill-code']({ touch: null }));
    const { code } = codeAt(good(parseAuthenticator(NEXT_OTP)), nowMs + seconds * SECOND_MS);
    expect(shown.written).toMatchObject([{ value: code }]);
  });
});
