// Draws public/icon/**/*.png from draw-icons.svg: node scripts/draw-icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findChromium } from './find-browser.mjs';
import { packPng } from './pack-png.mjs';

const SIZES = [16, 32, 48, 96, 128];
/** The sizes of the toolbar button, for the two looks of it that are not the extension's own. */
const BUTTON_SIZES = [16, 32];
const ARC = /<path d="M64 13A.*?\/>/u;
const FULL_RING = '<circle cx="64" cy="64" r="51" fill="none" stroke="#ffb59f" stroke-width="14"/>';
const DARK_DISC = [/#0b4f43|#1f7a68/gu, '#4c5654'];
const RED_DISC = [/#0b4f43/gu, '#8c1d18'];

const svg = readFileSync(new URL('draw-icons.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
async function draw(picture, size, path) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${picture}`);
  const png = await page.screenshot({ omitBackground: true });
  const file = new URL(`../public/icon/${path}${size}.png`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, packPng(png));
}
for (const size of SIZES) await draw(svg, size, '');
for (const size of BUTTON_SIZES) {
  await draw(svg.replace(ARC, '').replaceAll(...DARK_DISC), size, 'locked/');
  await draw(svg.replace(ARC, FULL_RING).replaceAll(...RED_DISC), size, 'due/');
}
await browser.close();
