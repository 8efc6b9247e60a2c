import { expect } from 'playwright/test';
import { MASTER_PASSWORD, test } from './fixtures';
import { killWorker, readToolbar } from './harness/worker-life';
import { Popup } from './pages/popup';

const OLD_KEY = { label: 'Old', email: 'old@example.org', key: 'b2'.repeat(32), createdOn: '2026-01-01' };

test('the badge counts the due keys, locked or not, and is empty at none', async ({ latchkey, options }) => {
  await expect.poll(() => readToolbar(latchkey)).toEqual({ badge: '', title: 'Latchkey' });
  await options.addAccount(OLD_KEY);
  await expect.poll(() => readToolbar(latchkey)).toEqual({ badge: '1', title: '1 key is due for rotation' });
  await options.lock();
  await killWorker(latchkey, options.page);
  await options.page.reload();
  await expect(options.button('Unlock')).toBeVisible();
  await expect.poll(() => readToolbar(latchkey)).toEqual({ badge: '1', title: '1 key is due for rotation' });
});

test('what lies on the disk while locked names no account and no key', async ({ latchkey, options, site }) => {
  await options.addAccount(OLD_KEY);
  await options.lock();
  const worker = await latchkey.worker();
  const stored = JSON.stringify(
    await worker.evaluate(async () => [await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  );
  for (const secret of [
    OLD_KEY.email,
    OLD_KEY.key,
    OLD_KEY.label,
    site.account.key,
    site.account.secret,
    MASTER_PASSWORD,
  ]) {
    expect(stored).not.toContain(secret);
  }
});

test('a due key says so in the popup and leads to the dashboard and to itself', async ({ latchkey, options }) => {
  await options.addAccount(OLD_KEY);
  const page = await latchkey.context.newPage();
  await page.goto('https://paramant.app/auth/login');
  const popup = await Popup.open(latchkey, page);
  await popup.expectText('overdue');
  await popup.click('button', 'Rotate now');
  const addresses = () => latchkey.context.pages().map(tab => tab.url());
  // Nobody is signed in there, so the dashboard asks for that first.
  await expect.poll(addresses).toContainEqual(expect.stringMatching(/^https:\/\/paramant\.app\/.*dashboard/));
  await expect.poll(addresses).toContainEqual(expect.stringContaining('/options.html#edit='));
});

test('a longer interval takes a key off the badge', async ({ latchkey, options }) => {
  await options.addAccount(OLD_KEY);
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '1' });
  await options.openSettings();
  await options.field('Rotate keys every (days)').fill('730');
  await options.button('Save settings').click();
  await expect.poll(() => readToolbar(latchkey)).toMatchObject({ badge: '' });
});
