import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { base64Decode } from '../shared/base64';
import { hexEncode } from '../shared/bytes';
import { V1_EVERY_SLOT } from './fixtures/v1-every-slot';

const PAGE = readFileSync(new URL('../../docs/vault-format.md', import.meta.url), 'utf8');
/** The rows of the worked example: a place, a name and bytes in hexadecimal. */
const ROWS = [...PAGE.matchAll(/^\|\s*(\d+)\s*\|([^|]+)\|\s*`([0-9a-f ]+)`/gmu)].map(
  ([, at = '', name = '', hex = '']) => ({
    at: Number(at),
    name: name.trim(),
    hex: hex.replaceAll(' ', ''),
  }),
);

describe('the worked example of docs/vault-format.md', () => {
  it('goes through the header without a gap', () => {
    expect(ROWS.length).toBeGreaterThan(20);
    for (const [index, { at, hex }] of ROWS.slice(0, -2).entries()) {
      expect(ROWS[index + 1]?.at).toBe(at + hex.length / 2);
    }
  });

  it.each(ROWS)('shows at $at what is there: $name', ({ at, hex }) => {
    const bytes = base64Decode(V1_EVERY_SLOT) ?? new Uint8Array(0);
    expect(hexEncode(bytes.slice(at, at + hex.length / 2))).toBe(hex);
  });
});
