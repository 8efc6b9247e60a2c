// Taking an authenticator, its backup codes and keys from the site's own pages, by clicks in the popup.
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { encodeQR } from 'qr';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { SITE_ORIGIN } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { signInByPopup } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';
import type { Site } from './site/start-site';

const OTHER_SECRET = 'NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT';

/** Opens a one-time link and has the page show its authenticator. */
async function openSetup({ context }: Latchkey, site: Site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${SITE_ORIGIN}${site.operator.issueSetup(site.account.email)}`);
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await page.getByAltText('QR code of the authenticator link').waitFor();
  return page;
}

const drawQr = (text: string) => Buffer.from(encodeQR(text, 'gif', { scale: 4 }));

/** Counts what is added to a page from now on. */
async function watchNodes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = { added: 0 };
    Object.assign(window, { counter });
    new MutationObserver(records => {
      for (const { addedNodes } of records) counter.added += addedNodes.length;
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { counter: { added: number } }).counter.added);
}

/** Opens the popup over a page, presses one button and waits for a sentence. */
async function pressInPopup(latchkey: Latchkey, page: Page, button: string, said: string): Promise<Popup> {
  const popup = await Popup.open(latchkey, page);
  await popup.click('button', button);
  await popup.expectText(said);
  return popup;
}

test('a new authenticator is read, saved and confirmed, and its backup codes sign in', async ({
  latchkey,
  options,
  site,
}) => {
  const page = await openSetup(latchkey, site);
  const countAdded = await watchNodes(page);
  const secret = (await page.locator('#secret-display').textContent()) ?? '';

  const popup = await pressInPopup(latchkey, page, 'Read the authenticator', 'Fingerprint');
  await popup.expectText('6 digits, every 30 s, SHA256');
  expect(await popup.text()).not.toContain('does not show the sign-in page');
  expect(await popup.text()).not.toContain(secret);
  await popup.click('button', 'Save the authenticator');
  await popup.expectText('Saved to Work.');
  await popup.click('button', 'Fill the code');
  await popup.expectText('The code is filled in.');
  expect(await countAdded()).toBe(0);
  const code = await page.locator('#verify-code').inputValue();
  expect([-1, 0].map(offset => site.codeFor(secret, offset))).toContain(code);
  await expect(options.account('Work').getByText('Its backup codes are not saved yet.')).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.locator('.backup-code').first().waitFor();
  await pressInPopup(latchkey, page, 'Save the backup codes', 'All 10 backup codes are saved to Work.');
  const shown = await page.locator('.backup-code').allTextContents();

  await options.page.bringToFront();
  await expect(options.account('Work').getByText('Its backup codes are not saved yet.')).toBeHidden();
  await options.cardButton('Work', 'Show backup codes').click();
  for (const backupCode of shown) await expect(options.account('Work').getByText(backupCode)).toBeVisible();

  await latchkey.context.clearCookies();
  await page.goto(`${SITE_ORIGIN}/auth/backup`);
  await pressInPopup(latchkey, page, 'Fill a backup code', '9 are left.');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${SITE_ORIGIN}/dashboard`);
  expect(site.isSignedIn(site.account.email)).toBe(true);

  // The page has lost its script: the person's press would put email and code into an address.
  site.troubleScripts({ isMissing: true });
  await page.goto(`${SITE_ORIGIN}/auth/backup`);
  await pressInPopup(latchkey, page, 'Fill a backup code', '8 are left.');
  await page.getByLabel('Backup code').press('Enter');
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(page.url()).toBe(`${SITE_ORIGIN}/auth/backup`);
  expect(site.requests.filter(({ path }) => path.includes('?email='))).toEqual([]);
});

test('a set-up page that does not agree with itself, and eleven backup codes, are refused with why', {
  tag: '@long',
}, async ({ latchkey, options, site }) => {
  await expect(options.account('Work')).toBeVisible();
  const page = await openSetup(latchkey, site);
  const rightText = await page.locator('#secret-display').textContent();
  const write = (text: string | null) =>
    page.locator('#secret-display').evaluate((element, written) => {
      element.textContent = written;
    }, text);
  await write(OTHER_SECRET);
  const popup = await pressInPopup(latchkey, page, 'Read the authenticator', 'The secret shown as text is not the one');
  await write(rightText);
  // The picture that a phone would scan says something else than the page.
  const otherLink = site.account.otpauthUri.replace(site.account.secret, OTHER_SECRET);
  const picture = `data:image/gif;base64,${drawQr(otherLink).toString('base64')}`;
  await page.locator('#qr-code img').evaluate(async (image: HTMLImageElement, source) => {
    image.dataset.right = image.src;
    image.src = source;
    await image.decode();
  }, picture);
  await popup.click('button', 'Read the authenticator');
  await popup.expectText('The QR code does not say what the link behind it says');
  await page.locator('#qr-code img').evaluate(async (image: HTMLImageElement) => {
    image.src = image.dataset.right ?? '';
    await image.decode();
  });
  await popup.click('button', 'Read the authenticator');
  await popup.click('button', 'Save the authenticator');
  await popup.expectText('Saved to Work.');
  await page.evaluate(() => {
    const codes = Array.from({ length: 11 }, (_, index) => `2345-6789-ABC${'DEFGHJKLMNP'.charAt(index)}`);
    const list = document.querySelector('#backup-codes');
    list?.closest('section')?.removeAttribute('hidden');
    list?.replaceChildren(
      ...codes.map(text =>
        Object.assign(document.createElement('code'), { className: 'backup-code', textContent: text }),
      ),
    );
  });
  await popup.click('button', 'Save the backup codes');
  await popup.expectText('The site hands out 10 backup codes, and this page shows 11');
  await popup.click('button', 'I have them elsewhere');
  await popup.expectText('will not ask for the backup codes of Work again');
});

test('a key is taken once the page shows it whole, and stands by beside the present one', { tag: '@long' }, async ({
  latchkey,
  options,
  site,
}) => {
  const page = await latchkey.context.newPage();
  await page.goto(`${SITE_ORIGIN}/auth/login`);
  await signInByPopup(latchkey, page);
  await page.waitForURL(`${SITE_ORIGIN}/dashboard`);
  await page.goto(`${SITE_ORIGIN}/account`);
  await page.getByText('API key', { exact: true }).click();
  const popup = await pressInPopup(latchkey, page, 'Read the API key', 'This key is masked with dots.');
  await page.getByRole('button', { name: 'Show key' }).evaluate((button: HTMLElement) => button.click());
  await expect(page.locator('#api-key')).toHaveText(site.account.key);
  await popup.click('button', 'Read the API key');
  await popup.expectText(`${site.account.key.slice(0, 8)}…${site.account.key.slice(-4)}`);
  await popup.expectText('“Work” has this key already.');
  expect(await popup.text()).not.toContain(site.account.key);

  await page.goto(`${SITE_ORIGIN}/dashboard/keys`);
  await page.getByLabel('Label of the new key').fill('Second');
  await page.getByRole('button', { name: 'Generate new key' }).click();
  await page.locator('#new-api-key').waitFor();
  const second = await pressInPopup(latchkey, page, 'Read the API key', 'Fingerprint');
  await second.click('button', 'Save the key');
  await second.expectText('Saved to Work beside its present key');
  await expect(options.account('Work')).toBeVisible();
});

test('a passkey-held account asks for a touch before its new authenticator is saved', { tag: '@long' }, async ({
  latchkey,
  held,
  site,
}) => {
  const page = await openSetup(latchkey, site);
  const popup = await pressInPopup(latchkey, page, 'Read the authenticator', 'Fingerprint');
  await popup.expectText('Touch your passkey and save it');
  await expect(held.accounts.code('Work')).toHaveCount(0);
});

test('an account is made of what a set-up page shows where none has its address', { tag: '@long' }, async ({
  latchkey,
  site,
}) => {
  const options = await OptionsPage.open(latchkey);
  await options.createVault(MASTER_PASSWORD);
  const page = await openSetup(latchkey, site);
  const popup = await pressInPopup(latchkey, page, 'Read the authenticator', 'Fingerprint');
  await popup.click('button', 'Save the authenticator');
  await popup.expectText(`Saved to ${site.account.email}.`);
  await options.page.bringToFront();
  await expect(options.account(site.account.email)).toBeVisible();
});

test('a picture of a QR code fills the form’s authenticator, chosen, pasted or dropped', { tag: '@long' }, async ({
  options,
  site,
}) => {
  await options.cardButton('Work', 'Edit account').click();
  const authenticator = options.field('Authenticator');
  const link = site.account.otpauthUri.replace(site.account.secret, OTHER_SECRET);
  const buffer = drawQr(link);
  const chooser = options.field('Read a QR code from a picture');
  await chooser.setInputFiles({ name: 'code.gif', mimeType: 'image/gif', buffer });
  await expect(authenticator).toHaveValue(new RegExp(`^otpauth://totp/.*${OTHER_SECRET}`));
  for (const how of ['paste', 'drop'] as const) {
    await authenticator.fill('');
    await authenticator.evaluate(
      (field, [type, base64]) => {
        const files = new DataTransfer();
        const content = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
        files.items.add(new File([content], 'code.gif', { type: 'image/gif' }));
        const init = { bubbles: true, cancelable: true };
        field.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: files })
            : new DragEvent('drop', { ...init, dataTransfer: files }),
        );
      },
      [how, buffer.toString('base64')] as const,
    );
    await expect(authenticator).toHaveValue(new RegExp(OTHER_SECRET));
  }
  await chooser.setInputFiles({ name: 'note.gif', mimeType: 'image/gif', buffer: Buffer.from('no picture') });
  await expect(options.alert('This is no picture that can be read here.')).toBeVisible();
  await options.button('Save account').click();
  await expect(options.account('Work').getByRole('status', { name: 'Code' })).toHaveText(/^\d{3} ?\d{3}$/);
  const code = () => options.account('Work').getByRole('status', { name: 'Code' }).textContent();
  expect([-1, 0].map(offset => site.codeFor(OTHER_SECRET, offset))).toContain((await code())?.replace(' ', ''));
});
