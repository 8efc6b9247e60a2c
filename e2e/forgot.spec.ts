// What a person can do who has no master password, or wants none of this any more.
import { randomBytes } from 'node:crypto';
import { expect } from 'playwright/test';
import { formatRecoveryCode } from '../lib/model/recovery-code';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { lendPasskeys } from './harness/lend-passkeys';
import { MASTER_PASSWORD } from './harness/master-password';
import { readDatabases, readLocalStorage, readSessionStorage } from './harness/read-state';
import { sendMessage } from './harness/send-message';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { killWorker } from './harness/worker-life';
import { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';
import { WaysIn } from './pages/ways-in';

const NEXT = 'gravel harbour pencil violet';

async function typeNextPassword(options: OptionsPage): Promise<void> {
  await options.field('New master password').fill(NEXT);
  await options.field('Repeat new master password').fill(NEXT);
}

async function expectOnlyNextOpens(options: OptionsPage): Promise<void> {
  await expect(
    options.page.getByRole('status').filter({ hasText: 'from now on the new master password opens it' }),
  ).toBeVisible();
  await expect(options.account('Work')).toBeVisible();
  await options.lock();
  await options.field('Master password').fill(MASTER_PASSWORD);
  await options.button('Unlock').click();
  await expect(options.alert('Wrong master password')).toBeVisible();
  await options.unlock(NEXT);
}

async function expectEmptyDevice(latchkey: Latchkey, options: OptionsPage): Promise<void> {
  await expect(options.page.getByRole('heading', { name: 'Create your vault' })).toBeVisible();
  await expect(
    options.page.getByText(/^Everything was erased from this browser\. The files? latchkey-copy-.* that you saved/),
  ).toBeVisible();
  expect(await readLocalStorage(latchkey)).toEqual({});
  const { status, ...session } = await readSessionStorage(latchkey);
  expect(status).toMatchObject({ phase: 'absent' });
  expect(session).toEqual({});
  expect(await readDatabases(latchkey)).toEqual({});
}

test('a recovery code gives a forgotten master password a new one', { tag: '@long' }, async ({ options }) => {
  const code = randomBytes(16);
  const proof = { type: 'password', password: MASTER_PASSWORD } as const;
  await sendMessage(options, 'ways-in.set-recovery-code', { proof, code: code.toString('base64') });
  const written = formatRecoveryCode(new Uint8Array(code));
  await options.lock();
  await options.button('Forgot master password?').click();
  await typeNextPassword(options);
  await options.field('Recovery code').fill(written.slice(0, -1));
  await options.button('Open with the recovery code').click();
  await expect(options.alert('this one has 31')).toBeVisible();
  await options.field('Recovery code').fill(written.toLowerCase().replaceAll('-', ' '));
  await options.button('Open with the recovery code').click();
  await expectOnlyNextOpens(options);
});

test('a passkey unlocks page and popup, and gives a forgotten master password a new one', async ({
  latchkey,
  options,
}) => {
  await VirtualAuthenticator.add(options.page);
  await (await WaysIn.open(options)).addPasskey('Laptop', MASTER_PASSWORD);

  await test.step('the page', async () => {
    await options.lock();
    await options.button('Unlock with a passkey').click();
    await options.button('Lock').waitFor();
  });
  await test.step('the popup, which offers a window as well', async () => {
    await options.lock();
    const popup = await Popup.open(latchkey, options.page);
    await popup.expect('button', 'Open in a window');
    await lendPasskeys(options.page, popup.target);
    await popup.click('button', 'Unlock with a passkey');
    await popup.expect('button', 'Lock');
    await popup.close();
  });
  await test.step('a new password', async () => {
    await options.lock();
    await options.button('Forgot master password?').click();
    await typeNextPassword(options);
    await options.button('Open with a passkey').click();
    await expectOnlyNextOpens(options);
  });
});

test('the small window unlocks where a prompt would close the popup, and goes on as the popup', {
  tag: '@long',
}, async ({ latchkey, options }) => {
  await VirtualAuthenticator.add(options.page);
  await (await WaysIn.open(options)).addPasskey('Laptop', MASTER_PASSWORD);
  await options.lock();
  const popup = await Popup.open(latchkey, options.page);
  const opening = latchkey.context.waitForEvent('page');
  await popup.click('button', 'Open in a window');
  const window = await opening;
  await popup.waitForClose();
  expect(window.url()).toContain('/popup.html#window');
  await expect(window.getByRole('button', { name: 'Open in a window' })).toHaveCount(0);
  await window.getByLabel('Master password', { exact: true }).fill(MASTER_PASSWORD);
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
  await window.getByRole('button', { name: 'Lock', exact: true }).waitFor();
  await expect(options.button('Lock')).toBeVisible();
});

test('whoever has no way in saves the sealed vault and starts over', async ({ latchkey, options }) => {
  await options.lock();
  await options.button('Forgot master password?').click();
  await expect(options.page.getByText('This vault has no other way in')).toBeVisible();
  await options.field('Type “start over” to confirm').fill('start over');
  await expect(options.button('Erase everything')).toBeDisabled();
  const downloading = options.page.waitForEvent('download');
  await options.button('Save the sealed vault to a file').click();
  expect((await downloading).suggestedFilename()).toMatch(/^latchkey-copy-[ab]-.*\.latchkey$/);
  await options.button('Erase everything').click();
  await expectEmptyDevice(latchkey, options);
  await options.createVault(NEXT);
  await expect(options.page.getByText('No accounts yet.')).toBeVisible();
});

test('everything is erased from the settings', { tag: '@long' }, async ({ latchkey, options }) => {
  const other = await OptionsPage.open(latchkey);
  await options.page.bringToFront();
  await options.openSettings();
  await options.field('Type “erase everything” to confirm').fill('erase everything');
  const downloading = options.page.waitForEvent('download');
  await options.button('Save the sealed vault to a file').click();
  await downloading;
  await options.button('Erase everything').click();
  await expectEmptyDevice(latchkey, options);
  await expect(other.page.getByRole('heading', { name: 'Create your vault' })).toBeVisible();
});

test('wrong passwords have to wait, also after the worker was killed', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  await options.lock();
  const tooSoon = options.alert('Too soon after a wrong try.');
  const wrong = options.alert('Wrong master password');
  for (const guess of ['the first guess', 'the second guess', 'the third guess', 'the fourth guess']) {
    await options.field('Master password').fill(guess);
    await options.button('Unlock').click();
    await expect(tooSoon.or(wrong)).toBeVisible();
    if (await wrong.isVisible()) continue;
    await options.page.getByText('You can try again now.').waitFor();
    await options.button('Unlock').click();
    await expect(wrong).toBeVisible();
  }
  await killWorker(latchkey, options.page);
  await options.field('Master password').fill(MASTER_PASSWORD);
  await options.button('Unlock').click();
  await expect(tooSoon).toBeVisible();
  await expect(options.page.getByRole('timer')).toHaveText(/^Wait \d seconds? before the next try\.$/);
  await expect(options.page.getByText('You can try again now.')).toBeVisible();
  await expect(options.field('Master password')).toHaveValue(MASTER_PASSWORD);
  await options.button('Unlock').click();
  await options.button('Lock').waitFor();
});
