// What the inventory of keys looks like: kept as pictures under .output/screenshots for a person to judge, and checked for
// accessibility.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { daysAgo } from './harness/days-ago';
import type { Latchkey } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { sendMessage } from './harness/send-message';
import { OptionsPage } from './pages/options-page';

const PICTURES = '.output/screenshots';
const LONG_NAME = 'The key of the nightly export to the archive, on the blue machine below stairs';
const WIDTHS = [1280, 400];

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

type Made = { readonly age: number; readonly label?: string; readonly every?: number; readonly never?: string };

const EIGHT: readonly Made[] = [
  { age: 12 },
  { age: 84, label: 'Build server' },
  { age: 118, label: LONG_NAME },
  { age: 300, label: 'Archive', never: 'A test account that expires by itself.' },
  { age: 40, label: 'Backups', every: 365 },
  { age: 61, label: 'Old laptop' },
  { age: 5, label: 'Exposed once' },
];

const hex = (index: number) => (index + 16).toString(16).padStart(2, '0').repeat(32);

/** Gives the vault an account with such keys; the first comes with the account. */
async function fill(options: OptionsPage, made: readonly Made[], label = 'Work'): Promise<readonly string[]> {
  const [first, ...others] = made;
  const draft = { label, email: `${label}@example.org`.toLowerCase(), authenticator: '' };
  const typed = { ...draft, apiKey: hex(label.length), createdOn: daysAgo(first?.age ?? 0) };
  const input = { id: null, baseRevision: 0, changed: [], draft: typed, touch: null };
  const { id: accountId } = await sendMessage(options, 'accounts.save', input);
  for (const [index, { age, label: name = '', every = null, never = null }] of others.entries()) {
    const secret = `${index === 2 ? 'psk_live_' : 'pgp_'}${hex(index + 20)}`;
    const added = { accountId, secret, createdOn: daysAgo(age), state: 'active' } as const;
    const { keyId } = await sendMessage(options, 'keys.add', added);
    const interval = { intervalDays: every, neverDueBecause: never };
    await sendMessage(options, 'keys.edit', { accountId, keyId, changes: { label: name, interval } });
  }
  const listed = await sendMessage(options, 'keys.list', {});
  const keys = listed.find(account => account.accountId === accountId)?.keys ?? [];
  return [accountId, ...keys.map(({ id }) => id)];
}

async function makeEight(latchkey: Latchkey) {
  const options = await OptionsPage.open(latchkey);
  await options.createVault(MASTER_PASSWORD);
  const [accountId = '', ...keyIds] = await fill(options, EIGHT);
  const place = (index: number) => ({ accountId, keyId: keyIds[index] ?? '' });
  await sendMessage(options, 'keys.set-state', { ...place(5), state: 'revoked' });
  await sendMessage(options, 'keys.mark-compromised', { ...place(6), isCompromised: true });
  const about = { where: '/etc/latchkey/archive.env on the machine below the stairs', owner: 'Ana' };
  const integrations = ['Nightly export', 'Monthly report', LONG_NAME].map((name, index) => ({
    ...about,
    id: `place-${index}`,
    name,
    note: index === 0 ? 'Restart it afterwards.' : '',
  }));
  await sendMessage(options, 'keys.edit', { ...place(2), changes: { integrations, purpose: 'integration' } });
  await fill(options, [{ age: 200 }], 'Second');
  return { options, accountId, place };
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    async function judge({ page }: OptionsPage, name: string): Promise<void> {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${PICTURES}/keys-${name}-${width}-${colorScheme}.png`, fullPage: true });
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll, `${name} fits ${width} px`).toBeLessThanOrEqual(client);
      }
      expect(await violations(page)).toEqual([]);
    }

    test('eight keys, their search, an account and a key are accessible', { tag: '@long' }, async ({ latchkey }) => {
      const { options, accountId, place } = await makeEight(latchkey);
      const { page } = options;
      await page.goto(`${page.url().split('#')[0]}#keys`);
      await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
      await page.getByText('8 of 8 keys').waitFor();
      await judge(options, 'eight');
      await page.getByRole('searchbox', { name: 'Search keys' }).fill('nothing has this');
      await page.getByText('No key matches.').waitFor();
      await judge(options, 'none-found');
      await page.goto(`${page.url().split('#')[0]}#keys/${accountId}`);
      await options.button('Add key').click();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await judge(options, 'account');
      const at = ({ keyId }: { keyId: string }) => page.goto(`${page.url().split('#')[0]}#keys/${accountId}/${keyId}`);
      await at(place(2));
      await page.getByRole('heading', { name: LONG_NAME }).first().waitFor();
      await options.button('Edit Nightly export').click();
      await judge(options, 'overdue');
      await at(place(6));
      await page.getByRole('heading', { name: 'Exposed once' }).waitFor();
      await judge(options, 'exposed');
      await at(place(5));
      await options.button('Remove from Latchkey').click();
      await judge(options, 'remove');
    });

    test('one key, and forty, are readable at a glance', { tag: '@long' }, async ({ latchkey }) => {
      const options = await OptionsPage.open(latchkey);
      await options.createVault(MASTER_PASSWORD);
      const { page } = options;
      await fill(options, [{ age: 30 }]);
      await page.goto(`${page.url().split('#')[0]}#keys`);
      await page.getByText('1 of 1 key', { exact: true }).waitFor();
      await judge(options, 'one');
      const many = Array.from({ length: 39 }, (_, index) => ({ age: index * 4, label: `Machine ${index}` }));
      await fill(options, many, 'Machines');
      await page.getByText('40 of 40 keys').waitFor();
      await judge(options, 'forty');
    });
  });
}
