// Accounts whose authenticator a passkey holds: every way in which a code comes about, and those in which none does.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { closeNextPrompt } from './harness/lend-passkeys';
import { MASTER_PASSWORD } from './harness/master-password';
import { ringAlarm } from './harness/raise-event';
import { readSessionStorage } from './harness/read-state';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { killWorker } from './harness/worker-life';
import { TOUCH_FOR_CODE } from './pages/held-accounts';
import type { Site } from './site/start-site';

function expectedCodes(site: Site): readonly string[] {
  return [-1, 0, 1].map(offset => site.codeFor(site.account.secret, offset));
}

test('after an unlock by the password a code comes by the touch alone, one at a time', async ({
  latchkey,
  options,
  held,
  site,
}) => {
  await options.lock();
  await options.unlock(MASTER_PASSWORD);
  await expect(options.cardButton('Work', TOUCH_FOR_CODE)).toBeVisible();
  await expect(held.accounts.code('Work')).toHaveCount(0);
  // From another page: a second session to the one with the device takes the device away as it ends.
  await killWorker(latchkey, await latchkey.context.newPage());
  await options.page.bringToFront();
  await options.cardButton('Work', TOUCH_FOR_CODE).click();
  await expect(held.accounts.code('Work')).toHaveText(/^\d{6}$/);
  expect(expectedCodes(site)).toContain(await held.accounts.code('Work').textContent());
  expect(Object.keys(await readSessionStorage(latchkey))).not.toContain('held.key');
});

test('without the passkey everything but the authenticator is edited, and the account removed', async ({
  options,
  held,
  site,
}) => {
  const { accounts } = held;
  await closeNextPrompt(options.page);
  await accounts.edit('Work');
  await options.typeAccount({ label: 'Nights', key: 'b2'.repeat(32), authenticator: site.account.secret });
  await accounts.press('Save account');
  await expect(options.alert('The passkey was not used')).toBeVisible();
  await options.field('Authenticator').fill('');
  await accounts.press('Save account');
  await expect(options.cardButton('Nights', TOUCH_FOR_CODE)).toBeVisible();
  await options.cardButton('Nights', 'Show API key').click();
  await expect(options.account('Nights').getByText('b2'.repeat(32))).toBeVisible();
  await options.cardButton('Nights', 'Remove account').click();
  await expect(options.account('Nights')).toHaveCount(0);
});

test('a new authenticator takes a touch as it is saved', { tag: '@long' }, async ({ options, held }) => {
  const { accounts } = held;
  const before = await held.device.list();
  await accounts.edit('Work');
  await options.typeAccount({ authenticator: 'NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT' });
  await accounts.press('Save account');
  await expect(options.cardButton('Work', TOUCH_FOR_CODE)).toBeVisible();
  await options.cardButton('Work', TOUCH_FOR_CODE).click();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
  expect(await held.device.list()).toHaveLength(before.length);
});

test('a second passkey opens what the first holds, and goes on alone', { tag: '@long' }, async ({ options, held }) => {
  const { accounts, device, recoveryCode } = held;
  // Another device in the place of the first: what is added takes the touch of one, or the code.
  await device.remove();
  await VirtualAuthenticator.add(options.page);
  await accounts.openSettings();
  await accounts.press('Add a passkey that holds accounts');
  await accounts.typeRecoveryCode(options.page.getByRole('main'), recoveryCode);
  await options.field('Name of the passkey').fill('Blue key');
  await accounts.typePassword(MASTER_PASSWORD);
  await accounts.press('Add passkey');
  await expect(accounts.said('Added the passkey “Blue key”')).toBeVisible();
  await options.openAccounts();
  await options.cardButton('Work', TOUCH_FOR_CODE).click();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);

  await accounts.openSettings();
  await options.page
    .getByRole('listitem', { name: 'Laptop', exact: true })
    .getByRole('button', { name: 'Remove', exact: true })
    .click();
  await accounts.typePassword(MASTER_PASSWORD);
  await accounts.press('Remove');
  await expect(accounts.said('The passkey “Laptop” no longer opens what is held.')).toBeVisible();
  await options.lock();
  await options.unlock(MASTER_PASSWORD);
  await options.openAccounts();
  await options.cardButton('Work', TOUCH_FOR_CODE).click();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
});

test('the recovery code opens what is held once the passkey is gone, and gives it back', async ({ options, held }) => {
  const { accounts, device, recoveryCode } = held;
  for (const passkey of await device.list()) await device.delete(passkey);
  await accounts.typeRecoveryCode(options.account('Work'), recoveryCode);
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
  await accounts.edit('Work');
  await accounts.typeRecoveryCode(options.page.getByRole('main'), recoveryCode);
  await expect(accounts.said('Work is no longer held')).toBeVisible();
  await options.openAccounts();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
});

test('one touch serves for the minutes that were chosen', { tag: '@long' }, async ({ latchkey, options, held }) => {
  const { accounts } = held;
  await accounts.openSettings();
  await options.field('Keep open after a touch (minutes)').fill('5');
  await accounts.press('Touch and save');
  await expect(accounts.said('Saved: after a touch')).toBeVisible();
  await options.openAccounts();
  await options.cardButton('Work', TOUCH_FOR_CODE).click();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
  await options.page.reload();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);

  await test.step('until they are over', async () => {
    const worker = await latchkey.worker();
    await worker.evaluate(async () => {
      const { 'held.key': kept } = (await chrome.storage.session.get('held.key')) as { 'held.key': object };
      await chrome.storage.session.set({ 'held.key': { ...kept, untilMs: Date.now() } });
    });
    await ringAlarm(latchkey, 'forget-held-key');
    await expect(options.cardButton('Work', TOUCH_FOR_CODE)).toBeVisible();
    await expect(accounts.code('Work')).toHaveCount(0);
    expect(Object.keys(await readSessionStorage(latchkey))).not.toContain('held.key');
  });

  await test.step('or until a lock', async () => {
    await options.cardButton('Work', TOUCH_FOR_CODE).click();
    await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
    await options.lock();
    expect(Object.keys(await readSessionStorage(latchkey))).not.toContain('held.key');
    await options.unlock(MASTER_PASSWORD);
    await expect(options.cardButton('Work', TOUCH_FOR_CODE)).toBeVisible();
  });
});

test('it is turned off by a touch, and on again for another account by one', { tag: '@long' }, async ({
  options,
  held,
  site,
}) => {
  const { accounts } = held;
  await options.addAccount({
    label: 'Client',
    email: 'client@example.org',
    key: 'c3'.repeat(32),
    authenticator: site.account.secret,
  });
  await accounts.edit('Client');
  await accounts.press('Keep it with a passkey');
  await expect(accounts.said('A passkey holds Client from now on.')).toBeVisible();
  await accounts.edit('Work');
  await accounts.press('Give it back to the vault');
  await expect(accounts.said('Work is no longer held')).toBeVisible();
  await options.openAccounts();
  await expect(accounts.code('Work')).toHaveText(/^\d{6}$/);
  await expect(options.cardButton('Client', TOUCH_FOR_CODE)).toBeVisible();
});
