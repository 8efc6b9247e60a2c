import { expect } from 'playwright/test';
import { decodeQR } from 'qr/decode.js';
import { test } from '../fixtures';
import { SITE_ORIGIN } from '../harness/launch';

test('the set-up page shows a QR code that says SHA256, and its title says the same', async ({ latchkey, site }) => {
  const page = await latchkey.context.newPage();
  await page.goto(`${SITE_ORIGIN}${site.operator.issueSetup(site.account.email)}`);
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const shown = await page.getByAltText('QR code of the authenticator link').evaluate((picture: HTMLImageElement) => {
    const { naturalWidth: width, naturalHeight: height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas?.drawImage(picture, 0, 0);
    return { width, height, data: [...(canvas?.getImageData(0, 0, width, height).data ?? [])] };
  });
  // As much time as it takes: by itself it gives up after one frame of a camera.
  const uri = decodeQR({ ...shown, data: new Uint8Array(shown.data) }, { timeLimit: 10_000 });
  const { searchParams } = new URL(uri);
  expect(Object.fromEntries(searchParams)).toEqual({
    secret: await page.locator('code#secret-display').textContent(),
    issuer: 'Paramant',
    algorithm: 'SHA256',
    digits: '6',
    period: '30',
  });
  await expect(page.locator('#qr-code')).toHaveAttribute('title', uri);
});
