// What the popup looks like beyond the sign-in itself: many accounts to choose from, what it takes from the site's pages, and
// every end of a sign-in. Kept as pictures under .output/screenshots for a person to judge, and checked for accessibility.
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Status } from '../lib/messages/views';
import { HINT_CODES, OFFERS } from '../lib/signin/advice';
import { OUTCOME_CODES } from '../lib/signin/outcome';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { SITE_ORIGIN } from './harness/launch';
import { sendMessage } from './harness/send-message';
import { writeStatus } from './harness/write-state';
import { openLoginPage } from './pages/login-page';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const PICTURES = '.output/screenshots';
const LONG_NAME = 'Production gateway, second region, on-call rotation (do not share)';

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

/** What an outcome's sentence names: two fields, two counts, a time or a clock. */
function detailsOf(code: (typeof OUTCOME_CODES)[number]): string[] {
  if (code === 'page-ambiguous')
    return ['“API key of the relay”', '“The other field, which is called API key as well”'];
  if (code === 'limited') return [String(Date.now() + 600_000)];
  if (code === 'field-refused') return ['key'];
  return code.startsWith('clock') ? ['140', 'behind'] : ['3', '3'];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: '@long' }, () => {
    test.use({ colorScheme });

    async function saveAccount(options: OptionsPage, index: number, label: string): Promise<void> {
      const apiKey = `pgp_${(index + 16).toString(16).repeat(32)}`;
      const draft = { label, email: `customer-${index}@example.org`, apiKey, authenticator: '', createdOn: '' };
      await sendMessage(options, 'accounts.save', { id: null, baseRevision: 0, changed: [], draft, touch: null });
    }

    async function shoot(popup: Popup, name: string): Promise<void> {
      await popup.screenshot(`${PICTURES}/popup-${name}-${colorScheme}.png`, colorScheme);
    }

    /** The popup's page in a tab as wide as it is, where it can be looked through for what is not accessible. */
    async function openWide({ page }: OptionsPage, width: number): Promise<Page> {
      const small = await page.context().newPage();
      await small.setViewportSize({ width, height: 640 });
      await small.goto(page.url().replace('options.html', 'popup.html').replace(/#.*/u, '#window'));
      await small.getByRole('button', { name: 'Lock', exact: true }).waitFor();
      return small;
    }

    test('a choice of many accounts, and the search that finds none', async ({ latchkey, options }) => {
      for (let index = 0; index < 11; index += 1) {
        await saveAccount(options, index, index === 4 ? LONG_NAME : `Customer ${index}`);
      }
      const popup = await Popup.open(latchkey, await openLoginPage(latchkey));
      await popup.expect('button', 'Sign in');
      await shoot(popup, 'many');
      await popup.press('End');
      await shoot(popup, 'many-end');
      const letter = { type: 'keyDown', key: 'z', code: 'KeyZ', text: 'z' };
      for (const event of [letter, letter]) await popup.target.send('Input.dispatchKeyEvent', event);
      await popup.expectText('No account has that in its label or email.');
      await shoot(popup, 'none-found');
      await popup.close();
    });

    test('each step over the pages that something is taken from', async ({ latchkey, options, site }) => {
      await expect(options.account('Work')).toBeVisible();
      const page = await latchkey.context.newPage();
      await page.goto(`${SITE_ORIGIN}${site.operator.issueSetup(site.account.email)}`);
      await page.getByRole('button', { name: 'Use an authenticator app' }).click();
      await page.getByAltText('QR code of the authenticator link').waitFor();
      const popup = await Popup.open(latchkey, page);
      await popup.expect('button', 'Read the authenticator');
      await shoot(popup, 'setup');
      await popup.click('button', 'Read the authenticator');
      await popup.expectText('Fingerprint');
      await shoot(popup, 'setup-read');
      await popup.click('button', 'Save the authenticator');
      await popup.expectText('Saved to Work.');
      await shoot(popup, 'setup-saved');
      await popup.close();
      await options.page.bringToFront();
      await options.page.screenshot({ path: `${PICTURES}/popup-setup-card-${colorScheme}.png` });
      expect(await violations(options.page)).toEqual([]);

      await page.goto(`${SITE_ORIGIN}/auth/backup`);
      const backup = await Popup.open(latchkey, page);
      await backup.expectText('backup code');
      await shoot(backup, 'backup');
      await backup.close();
    });

    test('every end of a sign-in, with all that can be said and done about it', async ({ latchkey, options }) => {
      await expect(options.account('Work')).toBeVisible();
      const small = await openWide(options, 380);
      const status: Status = await sendMessage(options, 'vault.status', {});
      const [account] = await sendMessage(options, 'accounts.list', {});
      const ended = {
        state: 'ended',
        accountId: account?.id ?? '',
        hints: [],
        offers: [],
        endedAtMs: Date.now(),
      } as const;
      for (const outcome of OUTCOME_CODES) {
        await writeStatus(latchkey, { ...status, signIn: { ...ended, outcome, details: detailsOf(outcome) } });
        await expect(small.locator('.message p:not(:empty)')).toHaveCount(1);
        const line = small.locator('.messages');
        await line.screenshot({ path: `${PICTURES}/outcome-${outcome}-${colorScheme}.png` });
        expect(await line.textContent(), outcome).not.toContain('$');
      }
      const hints = HINT_CODES.map(code => ({ code, details: ['40'] }));
      await writeStatus(latchkey, {
        ...status,
        signIn: { ...ended, outcome: 'rejected', details: [], hints, offers: [...OFFERS] },
      });
      await small.getByRole('button', { name: 'Not now' }).waitFor();
      await small.screenshot({ path: `${PICTURES}/outcome-advice-${colorScheme}.png`, fullPage: true });
      expect(await violations(small)).toEqual([]);
    });
  });
}
