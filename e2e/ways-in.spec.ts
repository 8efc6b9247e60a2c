import { expect } from 'playwright/test';
import { test as base } from './fixtures';
import { MASTER_PASSWORD } from './harness/master-password';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { OptionsPage } from './pages/options-page';
import { WaysIn } from './pages/ways-in';

const NEXT = 'gravel harbour pencil violet';
/** How long the next attempt has to wait after a wrong one. */
const WAIT_AFTER_ONE_FAILURE_MS = 1000;
const RECOVERED = 'ribbon quarry lantern thistle';

const test = base.extend<{ readonly waysIn: WaysIn }>({
  waysIn: async ({ latchkey }, use) => {
    const options = await OptionsPage.open(latchkey);
    await options.createVault(MASTER_PASSWORD);
    await use(await WaysIn.open(options));
  },
});

test('passkeys are added under their names, open the vault, and no longer do once removed', async ({ waysIn }) => {
  const { options } = waysIn;
  const first = await VirtualAuthenticator.add(options.page);
  await waysIn.addPasskey('Laptop', MASTER_PASSWORD);
  await first.remove();
  await VirtualAuthenticator.add(options.page);
  await waysIn.addPasskey('Blue key', MASTER_PASSWORD);

  await test.step('a passkey is renamed', async () => {
    await waysIn.pressOn('Blue key', 'Rename');
    await options.field('Name of the passkey').fill('Red key');
    await waysIn.press('Save name');
    await expect(waysIn.card('Red key')).toBeVisible();
    await expect(waysIn.card('Blue key')).toHaveCount(0);
  });

  await test.step('it opens the vault', async () => {
    await options.lock();
    await waysIn.press('Unlock with a passkey');
    await expect(options.button('Lock')).toBeVisible();
  });

  await test.step('it is removed by its own touch, and opens the vault no longer', async () => {
    await waysIn.pressOn('Red key', 'Remove');
    await waysIn.renewOffer().uncheck();
    await waysIn.press('Use a passkey instead');
    await expect(waysIn.said('The passkey “Red key” no longer opens the vault.')).toBeVisible();
    await expect(waysIn.card('Laptop')).toBeVisible();
    await options.lock();
    await waysIn.press('Unlock with a passkey');
    await expect(options.page.getByRole('alert')).toBeVisible();
    await options.unlock(MASTER_PASSWORD);
  });
});

test('a device that gives no key material is told from one that was not touched, and neither is added', {
  tag: '@long',
}, async ({ waysIn }) => {
  const { options } = waysIn;
  const plain = await VirtualAuthenticator.add(options.page, { hasPrf: false });
  await waysIn.press('Add a passkey');
  await options.field('Name of the passkey').fill('Old key');
  await options.field('Master password').fill(MASTER_PASSWORD);
  await waysIn.press('Add passkey');
  await expect(options.alert('This passkey cannot open a vault')).toBeVisible();
  await plain.remove();
  const refusing = await VirtualAuthenticator.add(options.page);
  await refusing.refuseFingers();
  await waysIn.press('Add passkey');
  await expect(options.alert('The passkey was not used')).toBeVisible();
  await waysIn.press('Cancel');
  await expect(waysIn.card('Old key')).toHaveCount(0);
});

test('a recovery code counts once it was typed back, and opens the vault in the place of the password', {
  tag: '@long',
}, async ({ waysIn }) => {
  const { options } = waysIn;
  await waysIn.press('Make a recovery code');
  const groups = await waysIn.readCode();
  expect(groups).toHaveLength(8);

  await test.step('on paper, it is alone', async () => {
    await options.page.emulateMedia({ media: 'print' });
    await expect(options.page.getByRole('heading')).toHaveText(['Latchkey recovery code']);
    expect(await waysIn.readCode()).toEqual(groups);
    await expect(options.button('I have it on paper')).toBeHidden();
    await options.page.emulateMedia({ media: null });
  });

  await test.step('a wrong group is named', async () => {
    await waysIn.typeCodeBack(() => 'ZZZZ');
    await expect(options.alert('This is not group')).toHaveCount(2);
    await waysIn.press('Show the code again');
  });

  await test.step('the right ones lead on to whose code it is', async () => {
    await waysIn.typeCodeBack();
    await options.field('Master password').fill('not the right one');
    await waysIn.press('Save recovery code');
    await expect(options.alert('Wrong master password')).toBeVisible();
    await options.page.waitForTimeout(WAIT_AFTER_ONE_FAILURE_MS);
    await options.field('Master password').fill(MASTER_PASSWORD);
    await waysIn.press('Save recovery code');
    await expect(waysIn.said('The recovery code opens the vault from now on.')).toBeVisible();
    await expect(waysIn.card('Recovery code').getByText('There is one.')).toBeVisible();
  });

  await test.step('it opens the vault', async () => {
    await options.lock();
    await options.button('Forgot master password?').click();
    await typeRecovery(options, groups);
    await waysIn.press('Open with the recovery code');
    await expect(options.button('Lock')).toBeVisible();
  });
});

test('a new vault key keeps what was touched and shuts out the rest', { tag: '@long' }, async ({ waysIn }) => {
  const { options } = waysIn;
  const lost = await VirtualAuthenticator.add(options.page);
  await waysIn.addPasskey('Lost phone', MASTER_PASSWORD);
  await lost.remove();
  await VirtualAuthenticator.add(options.page);
  await waysIn.addPasskey('Laptop', MASTER_PASSWORD);
  await waysIn.press('Make a recovery code');
  const oldCode = await waysIn.typeCodeBack();
  await options.field('Master password').fill(MASTER_PASSWORD);
  await waysIn.press('Save recovery code');
  await expect(waysIn.said('The recovery code opens the vault')).toBeVisible();

  await options.typePasswordChange(MASTER_PASSWORD, NEXT);
  await waysIn.press('Change master password', 'Drop “Lost phone”', 'Touch “Laptop”');
  await expect(waysIn.said('Touched: it will open the vault.')).toBeVisible();
  // Nothing else is to be begun meanwhile.
  await expect(options.button('Erase everything')).toBeHidden();
  await waysIn.press('Continue', 'Make a new code');
  const newCode = await waysIn.typeCodeBack();
  await expect(waysIn.names('These will no longer open it')).toHaveText([
    'The old master password',
    'The passkey “Lost phone”',
    'The recovery code that you had',
  ]);
  await waysIn.press('Change password and make new vault key');
  await expect(waysIn.said('Master password changed, and the vault has a new key.')).toBeVisible();
  await expect(waysIn.card('Lost phone')).toHaveCount(0);

  await test.step('the passkey that was touched, the new password and the new code open the vault', async () => {
    await options.lock();
    await waysIn.press('Unlock with a passkey');
    await expect(options.button('Lock')).toBeVisible();
    await options.lock();
    await options.unlock(NEXT);
    await options.lock();
    await options.button('Forgot master password?').click();
    await typeRecovery(options, newCode);
    await waysIn.press('Open with the recovery code');
    await expect(options.button('Lock')).toBeVisible();
  });

  await test.step('the old password and the old code open nothing', async () => {
    await options.lock();
    await options.field('Master password').fill(MASTER_PASSWORD);
    await waysIn.press('Unlock');
    await expect(options.alert('Wrong master password')).toBeVisible();
    await options.button('Forgot master password?').click();
    await typeRecovery(options, oldCode);
    // After a wrong try, the next one is not looked at for a second.
    await expect(async () => {
      await waysIn.press('Open with the recovery code');
      await expect(options.alert('This recovery code does not open the vault')).toBeVisible({ timeout: 3_000 });
    }).toPass();
  });
});

/** Fills in what takes a recovery code, which asks for a new master password as well. */
async function typeRecovery(options: OptionsPage, groups: readonly string[]): Promise<void> {
  await options.field('Recovery code').fill(groups.join('-'));
  await options.field('New master password').fill(RECOVERED);
  await options.field('Repeat new master password').fill(RECOVERED);
}
