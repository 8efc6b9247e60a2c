// The rows of each table leave things as they found them, so they share a browser: as steps of one test.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { daysAgo } from './harness/days-ago';
import { MASTER_PASSWORD } from './harness/master-password';
import { readVaultBytes } from './harness/read-state';
import { OptionsPage } from './pages/options-page';

const GOOD = {
  label: 'Second',
  email: 'other@example.org',
  key: 'a1'.repeat(32),
  authenticator: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  createdOn: daysAgo(10),
};

const REFUSED_ACCOUNTS = [
  { what: 'a text that is no address', typed: { email: 'nobody' }, says: 'not an email address' },
  { what: 'a key with a wrong character', typed: { key: `${'a1'.repeat(31)}zz` }, says: '“z” at position 63' },
  { what: 'a short key', typed: { key: 'a1'.repeat(20) }, says: 'this one has 40' },
  { what: 'a licence', typed: { key: `plk_${'a1'.repeat(32)}` }, says: 'licence (plk_)' },
  { what: 'a masked key', typed: { key: 'pgp_••••••••' }, says: 'masked with dots' },
  { what: 'bad base32', typed: { authenticator: 'GEZDGNBVGY3TQOJ1' }, says: '“1” at position 16' },
  {
    what: 'a counter-based link',
    typed: { authenticator: `otpauth://hotp/a?secret=${GOOD.authenticator}&counter=1` },
    says: '“hotp” codes are not supported',
  },
  {
    what: 'an unknown algorithm',
    typed: { authenticator: `otpauth://totp/a?secret=${GOOD.authenticator}&algorithm=MD5` },
    says: '“MD5” is not supported',
  },
  { what: 'a date in the future', typed: { createdOn: daysAgo(-2) }, says: 'lies in the future' },
];

test('a refused account is told why in one sentence, the form keeps its content and the vault stays as it is', async ({
  latchkey,
  options,
  site,
}) => {
  const duplicate = {
    what: 'the address of another account, in capitals',
    typed: { email: site.account.email.toUpperCase() },
    says: '“Work” already has this email address',
  };
  const before = await readVaultBytes(latchkey);
  await options.button('Add account').click();
  for (const { what, typed, says } of [...REFUSED_ACCOUNTS, duplicate]) {
    await test.step(what, async () => {
      const form = { ...GOOD, ...typed };
      await options.typeAccount(form);
      await options.button('Save account').click();
      await expect(options.alert(says)).toBeVisible();
      await expect(options.page.getByRole('alert')).toHaveCount(1);
      expect(await options.readAccountForm()).toEqual(form);
      expect(await readVaultBytes(latchkey)).toEqual(before);
    });
  }
});

test('a key with stray white space is taken, and that is said', { tag: '@long' }, async ({ options }) => {
  await options.addAccount({ label: GOOD.label, email: GOOD.email, key: ` ${GOOD.key}\t` });
  await expect(options.page.getByRole('status').filter({ hasText: /space/i })).toBeVisible();
  await options.cardButton(GOOD.label, 'Show API key').click();
  await expect(options.account(GOOD.label).getByText(GOOD.key, { exact: true })).toBeVisible();
});

const REFUSED_PASSWORDS = [
  { what: 'too short', first: 'short one', repeat: 'short one', says: 'at least 12 characters' },
  { what: 'on the list of common ones', first: 'password1234', repeat: 'password1234', says: 'attackers try first' },
  { what: 'weak without being listed', first: 'paramant2026!', repeat: 'paramant2026!', says: 'guessed too soon' },
  { what: 'repeated differently', first: MASTER_PASSWORD, repeat: `${MASTER_PASSWORD}x`, says: 'passwords differ' },
];

test('a refused master password is told why in one sentence, the form keeps it and there is no vault', {
  tag: '@long',
}, async ({ latchkey }) => {
  const options = await OptionsPage.open(latchkey);
  for (const { what, first, repeat, says } of REFUSED_PASSWORDS) {
    await test.step(what, async () => {
      await options.field('Master password').fill(first);
      await options.field('Repeat master password').fill(repeat);
      await options.button('Create vault').click();
      await expect(options.alert(says)).toBeVisible();
      await expect(options.page.getByRole('alert')).toHaveCount(1);
      await expect(options.field('Master password')).toHaveValue(first);
      await expect(options.field('Repeat master password')).toHaveValue(repeat);
      expect(await readVaultBytes(latchkey)).toEqual({});
    });
  }
});

const REFUSED_CHANGES = [
  {
    what: 'with a wrong current one',
    typed: { current: 'not the right one', next: 'gravel harbour pencil violet' },
    says: 'Wrong master password',
  },
  { what: 'to a short one', typed: { current: MASTER_PASSWORD, next: 'short one' }, says: 'at least 12 characters' },
  { what: 'to a weak one', typed: { current: MASTER_PASSWORD, next: 'paramant2026!' }, says: 'guessed too soon' },
];

test('a refused change of the master password is told why in one sentence, and the vault stays as it is', {
  tag: '@long',
}, async ({ latchkey, options }) => {
  const before = await readVaultBytes(latchkey);
  await options.openSettings();
  for (const { what, typed, says } of REFUSED_CHANGES) {
    await test.step(what, async () => {
      await options.typePasswordChange(typed.current, typed.next);
      await options.button('Change master password').click();
      await expect(options.alert(says)).toBeVisible();
      await expect(options.page.getByRole('alert')).toHaveCount(1);
      await expect(options.field('Current master password')).toHaveValue(typed.current);
      await expect(options.field('New master password')).toHaveValue(typed.next);
      expect(await readVaultBytes(latchkey)).toEqual(before);
    });
  }
});
