import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packPng, readRows } from './pack-png.mjs';

const ICONS = 'public/icon';
const icons = readdirSync(ICONS, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.png'));

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The check behind it is not looked at here.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

/** One pixel wide: a row of each filter, all with the same bytes behind it. */
function filtered(bytes: readonly number[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 5, 8, 6, 0, 0, 0]);
  const rows = [0, 1, 2, 3, 4].flatMap(filter => [filter, ...bytes]);
  const pixels = deflateSync(Buffer.from(rows));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', pixels)]);
}

it('reads each filter of the format, by which a row says how it differs from what is around it', () => {
  const rows = readRows(filtered([10, 20, 30, 200])).map(row => [...row]);
  // Nothing is before the first pixel of a row: above it stands what was there before, or half of that.
  expect(rows).toEqual([
    [10, 20, 30, 200],
    [10, 20, 30, 200],
    [20, 40, 60, 144],
    [20, 40, 60, 16],
    [30, 60, 90, 216],
  ]);
  expect(readRows(packPng(filtered([10, 20, 30, 200]))).map(row => [...row])).toEqual(rows);
});

it.each(icons)('has packed %s, which would not get smaller', name => {
  const icon = readFileSync(`${ICONS}/${name}`);
  expect(packPng(icon).length).toBeGreaterThanOrEqual(icon.length);
});
