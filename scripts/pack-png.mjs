import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
const BYTES_PER_PIXEL = 4;
/** What each filter of the PNG format adds to a byte, of the byte before it, the one above, and the one before that. */
const FILTERS = [
  () => 0,
  before => before,
  (_, above) => above,
  (before, above) => (before + above) >> 1,
  (before, above, corner) => {
    const [a, b, c] = [above - corner, before - corner, before + above - 2 * corner].map(Math.abs);
    if (a <= b && a <= c) return before;
    return b <= c ? above : corner;
  },
];

function* readChunks(png) {
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function writeChunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The rows of a PNG of 8-bit RGBA as a browser's screenshot is one, without their filters. */
export function readRows(png) {
  const chunks = [...readChunks(png)];
  const header = chunks.find(({ name }) => name === 'IHDR').data;
  if (header[8] !== 8 || header[9] !== 6 || header[12] !== 0) throw new Error('Not a plain picture of 8-bit RGBA.');
  const stride = header.readUInt32BE(0) * BYTES_PER_PIXEL;
  const filtered = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  const rows = [];
  for (let at = 0; at < filtered.length; at += stride + 1) {
    const row = Buffer.from(filtered.subarray(at + 1, at + 1 + stride));
    const above = rows.at(-1) ?? Buffer.alloc(stride);
    const add = FILTERS[filtered[at]];
    for (let i = 0; i < stride; i++) {
      const [before, corner] = i < BYTES_PER_PIXEL ? [0, 0] : [row[i - BYTES_PER_PIXEL], above[i - BYTES_PER_PIXEL]];
      row[i] += add(before, above[i], corner);
    }
    rows.push(row);
  }
  return rows;
}

/** The same picture in fewer bytes: a drawing of few colours is smallest without filters, and a screenshot has them. */
export function packPng(png) {
  const header = [...readChunks(png)].find(({ name }) => name === 'IHDR').data;
  const rows = readRows(png).map(row => Buffer.concat([Buffer.from([0]), row]));
  const pixels = deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 });
  const parts = [writeChunk('IHDR', header), writeChunk('IDAT', pixels), writeChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([png.subarray(0, SIGNATURE_BYTES), ...parts]);
}
