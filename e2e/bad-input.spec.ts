import { expect } from 'playwright/test';
import { MASTER_PASSWORD, test } from './fixtures';
import { readVaultBytes } from './harness/worker-life';
import { OptionsPage } from './pages/options-page';

const GOOD_KEY = 'a1'.repeat(32);
const GOOD_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const REFUSED = [
  { what: 'a key with a wrong character names it', typed: { key: `${'a1'.repeat(31)}zz` }, says: 'z' },
  { what: 'a short key says how many digits it has', typed: { key: 'a1'.repeat(20) }, says: '40' },
  { what: 'a licence is explained', typed: { key: `plk_${'a1'.repeat(32)}` }, says: 'licence' },
  { what: 'a masked key is explained', typed: { key: 'pgp_••••••••' }, says: 'masked' },
  { what: 'bad base32 names the character', typed: { authenticator: 'GEZDGNBVGY3TQOJ1' }, says: '1' },
  {
    what: 'a counter-based link is named',
    typed: { authenticator: `otpauth://hotp/a?secret=${GOOD_SECRET}&counter=1` },
    says: 'hotp',
  },
  {
    what: 'an unknown algorithm is named',
    typed: { authenticator: `otpauth://totp/a?secret=${GOOD_SECRET}&algorithm=MD5` },
    says: 'MD5',
  },
  { what: 'a date in the future is refused', typed: { createdOn: '2999-01-01' }, says: 'future' },
  { what: 'a second account with the same address names the first', typed: {}, says: 'Work' },
];

for (const { what, typed, says } of REFUSED) {
  test(`${what}, the form keeps its content and the vault stays as it is`, async ({ latchkey, options, site }) => {
    const before = await readVaultBytes(latchkey);
    const isDuplicate = Object.keys(typed).length === 0;
    const email = isDuplicate ? site.account.email.toUpperCase() : 'other@example.org';
    const form = {
      label: 'Second',
      email,
      key: GOOD_KEY,
      authenticator: GOOD_SECRET,
      createdOn: '2026-01-01',
      ...typed,
    };
    await options.button('Add account').click();
    await options.typeAccount(form);
    await options.button('Save account').click();
    await expect(options.page.getByRole('alert').filter({ hasText: says })).toHaveCount(1);
    await expect(options.field('Label')).toHaveValue('Second');
    await expect(options.field('API key')).toHaveValue(form.key);
    await expect(options.field('Authenticator')).toHaveValue(form.authenticator);
    expect(await readVaultBytes(latchkey)).toEqual(before);
  });
}

test('a key with stray white space is taken, and that is said', async ({ options }) => {
  await options.addAccount({ label: 'Second', email: 'other@example.org', key: ` ${GOOD_KEY}\t` });
  await expect(options.page.getByRole('status').filter({ hasText: /space/i })).toBeVisible();
});

for (const { what, first, repeat, says } of [
  { what: 'too short', first: 'short one', repeat: 'short one', says: '12' },
  { what: 'on the list of common ones', first: 'password1234', repeat: 'password1234', says: 'attackers try first' },
  { what: 'repeated differently', first: MASTER_PASSWORD, repeat: `${MASTER_PASSWORD}x`, says: /match|same|differ/ },
]) {
  test(`a master password that is ${what} makes no vault`, async ({ latchkey }) => {
    const options = await OptionsPage.open(latchkey);
    await options.field('Master password').fill(first);
    await options.field('Repeat master password').fill(repeat);
    await options.button('Create vault').click();
    await expect(options.page.getByRole('alert').filter({ hasText: says })).toHaveCount(1);
    await expect(options.field('Master password')).toHaveValue(first);
    expect(await readVaultBytes(latchkey)).toEqual({});
  });
}
