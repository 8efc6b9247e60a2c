import { describe, expect, it } from 'vitest';
import { readPictureSize } from './picture-size';

const read = (hex: string) => readPictureSize(Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex')));
const rest = '00'.repeat(20);

describe('readPictureSize', () => {
  it.each([
    ['PNG', `89504e470d0a1a0a 0000000d 49484452 00000123 00000045 ${rest}`],
    ['GIF', `474946383961 2301 4500 ${rest}`],
    ['WebP, lossy', `52494646 00000000 57454250 56503820 00000000 000000 9d012a 2301 4500 ${rest}`],
    ['WebP, lossless', `52494646 00000000 57454250 5650384c 00000000 2f 22011100 ${rest}`],
    ['WebP, extended', `52494646 00000000 57454250 56503858 0a000000 00000000 220100 440000 ${rest}`],
    ['JPEG', `ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 0045 0123 ${rest}`],
    ['JPEG, progressive, behind tables and filling', `ffd8 ffc4 0004 0000 ffff ffc2 0011 08 0045 0123 ${rest}`],
  ])('knows the size of a %s', (_, hex) => {
    expect(read(hex)).toEqual({ width: 0x123, height: 0x45 });
  });

  it('says how large a small file claims to be', () => {
    expect(read(`89504e470d0a1a0a 0000000d 49484452 00004e20 00004e20 ${rest}`)).toEqual({
      width: 20_000,
      height: 20_000,
    });
  });

  it.each([
    ['nothing', ''],
    ['a beginning without an end', '89504e470d0a1a0a'],
    [
      'a drawing in words',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').toString('hex'),
    ],
    ['a bitmap', `424d ${rest}${rest}`],
    ['a JPEG without a frame', `ffd8 ${'ffe0 0004 0000 '.repeat(8)}`],
    ['a JPEG whose segments lead nowhere', `ffd8 ffe0 0000 ${rest}${rest}`],
    ['another RIFF', `52494646 00000000 57415645 ${rest}`],
  ])('knows none of %s', (_, hex) => {
    expect(read(hex)).toBeNull();
  });
});
