import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import type { Pixels } from './read-qr';
import { readQr } from './read-qr';

const LINK = `otpauth://totp/Paramant:robin%40example.org?secret=${'GEZDGNBV'.repeat(4)}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`;
const SCALE = 4;

/** QR codes side by side, drawn as the site draws them. */
function draw(...texts: readonly string[]): Pixels {
  const codes = texts.map(text => encodeQR(text, 'raw', { ecc: 'medium', border: 4 }));
  const cells = Math.max(...codes.map(code => code.length));
  const [width, height] = [cells * codes.length * SCALE, cells * SCALE];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  codes.forEach((code, place) => {
    code.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (!isDark) return;
        for (let line = 0; line < SCALE; line++) {
          const start = ((y * SCALE + line) * width + (place * cells + x) * SCALE) * 4;
          for (let at = 0; at < SCALE * 4; at++) data[start + at] = at % 4 === 3 ? 255 : 0;
        }
      });
    });
  });
  return { width, height, data };
}

describe('readQr', () => {
  it('reads the link of an authenticator', () => {
    expect(readQr(draw(LINK))).toEqual({ ok: true, value: LINK });
  });

  it('refuses a picture with two of them, whether or not they say the same', () => {
    expect(readQr(draw(LINK, LINK))).toEqual({ ok: false, error: 'qr-several' });
    expect(readQr(draw(LINK, 'https://example.org/'))).toEqual({ ok: false, error: 'qr-several' });
  });

  it('reads one that says as much as a QR code can', () => {
    const long = 'A'.repeat(2_000);
    expect(readQr(draw(long))).toEqual({ ok: true, value: long });
  });

  it.each([
    ['nothing but white', new Uint8ClampedArray(64 * 64 * 4).fill(255)],
    ['nothing but black', new Uint8ClampedArray(64 * 64 * 4)],
    ['noise', Uint8ClampedArray.from({ length: 64 * 64 * 4 }, (_, index) => (index * 7919) % 251)],
  ])('finds none in %s', (_, data) => {
    expect(readQr({ width: 64, height: 64, data })).toEqual({ ok: false, error: 'qr-none' });
  });

  it('finds none in one that is cut in half', () => {
    const { width, height, data } = draw(LINK);
    const half = Math.floor(height / 2);
    expect(readQr({ width, height: half, data: data.slice(0, width * half * 4) }).ok).toBe(false);
  });

  it('finds none in a picture whose size is not what it says', () => {
    expect(readQr({ width: 64, height: 64, data: new Uint8ClampedArray(12) })).toEqual({ ok: false, error: 'qr-none' });
  });
});
