// What is left on the disk once the browser is closed, as somebody reads it who has the files and knows the master password.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { KDF_DEFAULT } from '../lib/crypto/kdf';
import { base64Encode } from '../lib/shared/base64';
import { Secret } from '../lib/shared/secret';
import { openEnvelope } from '../scripts/open-backup.mjs';
import { test as base } from './fixtures';
import type { Latchkey } from './harness/launch';
import { launchLatchkey } from './harness/launch';
import { makeVault } from './harness/make-vault';
import { MASTER_PASSWORD } from './harness/master-password';
import { findEnvelopes } from './harness/profile-envelopes';
import { readLocalStorage } from './harness/read-state';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { waitUntil } from './harness/wait';
import { writeLocal } from './harness/write-state';
import { HeldAccounts } from './pages/held-accounts';
import { OptionsPage } from './pages/options-page';

const AUTHENTICATOR = 'NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT';
const EARLIER = 'KRUGKIDROVUWG2ZAMJZG653OEBTG66BA';
const BACKUP_CODES = ['a1b2-c3d4', 'e5f6-a7b8'];
const HELD = [AUTHENTICATOR, EARLIER, ...BACKUP_CODES];
const NEXT = 'gravel harbour pencil violet';

const test = base.extend<{ readonly profile: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  profile: async ({}, use) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-disk-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  },
  latchkey: async ({ profile }, use) => {
    const latchkey = await launchLatchkey({ site: null, headless: true, profile });
    await use(latchkey);
    await latchkey.close();
  },
});

/** What each different envelope in the profile says to whoever knows the password; null for one that does not open by it. */
async function readDisk(profile: string, password: string): Promise<readonly (string | null)[]> {
  const envelopes = await findEnvelopes(profile);
  expect(envelopes.filter(({ whole }) => !whole).map(({ file }) => file)).toEqual([]);
  const different = new Map(envelopes.map(({ bytes }) => [bytes.toString('latin1'), bytes]));
  const texts: (string | null)[] = [];
  for (const bytes of different.values()) {
    const opened = await openEnvelope(bytes, { password }).catch(() => null);
    texts.push(opened && JSON.stringify(opened.body));
  }
  return texts;
}

/** Whose secrets each of the texts has. What it says is kept out of failures. */
function findHeld(texts: readonly (string | null)[]): readonly (readonly string[])[] {
  return texts.map(text => HELD.filter(secret => text?.includes(secret)));
}

/** An account with all that a passkey can hold. */
async function fillVault(latchkey: Latchkey): Promise<OptionsPage> {
  const vault = await makeVault({
    kdf: KDF_DEFAULT,
    change: body => ({
      ...body,
      accounts: body.accounts.map(account => {
        const { authenticator } = account;
        if (authenticator === null) return account;
        return {
          ...account,
          authenticator: { ...authenticator, secret: new Secret<'totp-secret'>(AUTHENTICATOR) },
          earlierAuthenticators: [{ ...authenticator, secret: new Secret<'totp-secret'>(EARLIER) }],
          backupCodes: BACKUP_CODES.map(code => ({ code, used: false })),
        };
      }),
    }),
  });
  await writeLocal(latchkey, { 'vault.a': base64Encode(vault) });
  const options = await OptionsPage.open(latchkey);
  await options.unlock(MASTER_PASSWORD);
  return options;
}

async function addAccounts(options: OptionsPage): Promise<void> {
  for (const [index, digit] of ['b2', 'c3', 'd4'].entries()) {
    await options.addAccount({ label: `Later ${index}`, email: `later-${index}@example.org`, key: digit.repeat(32) });
  }
}

test('nothing that a passkey has come to hold is in any envelope on the disk, be it one that was written over', {
  tag: '@long',
}, async ({ latchkey, profile }) => {
  test.slow();
  await addAccounts(await fillVault(latchkey));
  await latchkey.close();
  const before = findHeld(await readDisk(profile, MASTER_PASSWORD));
  expect(before.length, 'saves that were written over are there, too').toBeGreaterThan(3);
  expect(before).toEqual(before.map(() => HELD));

  const again = await launchLatchkey({ site: null, headless: true, profile });
  const options = await OptionsPage.open(again);
  await options.unlock(MASTER_PASSWORD);
  await VirtualAuthenticator.add(options.page);
  await new HeldAccounts(options).setUp('Account 0', 'Laptop', MASTER_PASSWORD);
  await again.close();

  const texts = await readDisk(profile, MASTER_PASSWORD);
  expect(texts.map(text => text?.includes('"label":"Later 2"'))).toEqual(texts.map(() => true));
  expect(texts.length).toBeGreaterThan(0);
  expect(findHeld(texts)).toEqual(texts.map(() => []));
});

test('a master password that was changed opens nothing on the disk', { tag: '@long' }, async ({
  latchkey,
  options,
  profile,
}) => {
  test.slow();
  await addAccounts(options);
  await options.openSettings();
  await options.typePasswordChange(MASTER_PASSWORD, NEXT);
  await options.button('Change master password').click();
  await expect(options.page.getByRole('status').filter({ hasText: 'Master password changed' })).toBeVisible();
  await waitUntil('the disk to be seen to', async () => !('scrub' in (await readLocalStorage(latchkey))));
  await latchkey.close();
  const byNext = await readDisk(profile, NEXT);
  expect(byNext.length).toBeGreaterThan(0);
  expect(byNext.map(text => text !== null)).toEqual(byNext.map(() => true));
  const byOld = await readDisk(profile, MASTER_PASSWORD);
  expect(byOld.map(text => text !== null)).toEqual(byNext.map(() => false));
});

test('no envelope is left on the disk once everything was erased', { tag: '@long' }, async ({
  latchkey,
  options,
  profile,
}) => {
  await addAccounts(options);
  await options.openSettings();
  await options.field('Type “erase everything” to confirm').fill('erase everything');
  const downloading = options.page.waitForEvent('download');
  await options.button('Save the sealed vault to a file').click();
  await (await downloading).delete();
  await options.button('Erase everything').click();
  await options.page.getByRole('heading', { name: 'Create your vault' }).waitFor();
  await latchkey.close();
  expect((await findEnvelopes(profile)).map(({ file }) => file)).toEqual([]);
});
