// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readSetupPage, SETUP_READER_ARGUMENTS } from './read-setup-page';

const [, MOST] = SETUP_READER_ARGUMENTS;
const CANVAS = '<canvas width="8" height="8"></canvas>';

function read(pictures: string) {
  document.body.innerHTML = `<div id="qr-code" title="otpauth://totp/x">${pictures}</div>`;
  return readSetupPage(...SETUP_READER_ARGUMENTS);
}

it('says when a page shows more pictures than are looked at', () => {
  expect(read(CANVAS.repeat(MOST))).toMatchObject({ isCut: false, pictures: { length: MOST } });
  expect(read(CANVAS.repeat(MOST + 1))).toMatchObject({ isCut: true, pictures: { length: MOST } });
});

it('counts no image that has no picture in it yet', () => {
  expect(read(`${'<img alt="">'.repeat(MOST)}${CANVAS}`)).toMatchObject({ isCut: false, pictures: { length: 1 } });
});
