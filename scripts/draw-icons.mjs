// Draws public/icon/*.png from draw-icons.svg: node scripts/draw-icons.mjs
// LATCHKEY_BROWSER names the Chromium to draw with.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';

const SIZES = [16, 32, 48, 96, 128];

const svg = readFileSync(new URL('draw-icons.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.LATCHKEY_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(new URL(`../public/icon/${size}.png`, import.meta.url), png);
}
await browser.close();
