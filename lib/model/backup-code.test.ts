import { describe, expect, it } from 'vitest';
import { parseBackupCodes } from './backup-code';

const CODES = [
  '2345-6789-ABCD',
  'EFGH-JKLM-NPQR',
  'STUV-WXYZ-2345',
  '9876-5432-ZYXW',
  'VUTS-RQPN-MLKJ',
  'HGFE-DCBA-9876',
  '2222-2222-2222',
  'ZZZZ-ZZZZ-ZZZZ',
  'A2B3-C4D5-E6F7',
  'G8H9-J2K3-L4M5',
];

const withLast = (last: string) => [...CODES.slice(0, 9), last];

describe('parseBackupCodes', () => {
  it('reads ten codes of the whole alphabet, in their order', () => {
    expect(parseBackupCodes(CODES)).toEqual({ ok: true, value: CODES });
  });

  it('drops white space around a code', () => {
    expect(parseBackupCodes(withLast('\n  G8H9-J2K3-L4M5 '))).toEqual({ ok: true, value: CODES });
  });

  it.each([
    ['no codes', [], { code: 'backup-codes-absent' }],
    ['nine', CODES.slice(1), { code: 'backup-codes-count', found: 9, expected: 10 }],
    ['eleven', [...CODES, '3333-3333-3333'], { code: 'backup-codes-count', found: 11, expected: 10 }],
    ['small letters', withLast('g8h9-j2k3-l4m5'), { code: 'backup-codes-format', position: 10 }],
    ['no dashes', withLast('G8H9J2K3L4M5'), { code: 'backup-codes-format', position: 10 }],
    ['a longer dash', withLast('G8H9–J2K3–L4M5'), { code: 'backup-codes-format', position: 10 }],
    ['a group too many', withLast('G8H9-J2K3-L4M5-2222'), { code: 'backup-codes-format', position: 10 }],
    ['a character without width', withLast('G8H9-J2K3-L4M5\u200b'), { code: 'backup-codes-format', position: 10 }],
    ['a text turned around', withLast('\u202eG8H9-J2K3-L4M5'), { code: 'backup-codes-format', position: 10 }],
    ['masks', withLast('••••-••••-••••'), { code: 'backup-codes-format', position: 10 }],
    ['one twice', withLast(CODES[0] ?? ''), { code: 'backup-codes-repeated', position: 10 }],
  ])('refuses %s', (_, texts, error) => {
    expect(parseBackupCodes(texts)).toEqual({ ok: false, error });
  });

  it.each([...'01IO'])('refuses %s, which is not of the alphabet', character => {
    expect(parseBackupCodes(withLast(`G8H9-J2K3-L4M${character}`)).ok).toBe(false);
  });
});
