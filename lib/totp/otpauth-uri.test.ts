import { describe, expect, it } from 'vitest';
import { formatOtpauthUri, parseOtpauthUri, readOtpauthUri } from './otpauth-uri';
import type { ReadCase } from './otpauth-uri.cases';
import { DIVERGENT, READ_DEFAULTS, UNSUPPORTED, VALID } from './otpauth-uri.cases';
import { REFUSED } from './otpauth-uri.refused.cases';

function expectRead({ why: _why, uri, ...differing }: ReadCase) {
  const read = readOtpauthUri(uri);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  const { secret, ...rest } = read.value.authenticator;
  const notices = read.value.notices.map(({ code }) => code);
  expect({ ...rest, secret: secret.reveal(), notices }).toEqual({ ...READ_DEFAULTS, ...differing });
}

describe('parseOtpauthUri', () => {
  it.each(VALID)('reads $why', expectRead);

  it.each(DIVERGENT)('where apps differ, takes $why', expectRead);

  it.each(UNSUPPORTED)('names $why as unsupported', ({ uri, failure }) => {
    expect(parseOtpauthUri(uri)).toEqual({ ok: false, error: failure });
  });

  it.each(REFUSED)('refuses $why', ({ uri, failure }) => {
    expect(parseOtpauthUri(uri)).toEqual({ ok: false, error: failure });
  });

  it('gives failures that survive JSON and never hold the secret', () => {
    for (const { uri, failure } of [...UNSUPPORTED, ...REFUSED]) {
      const parsed = parseOtpauthUri(uri);
      expect(JSON.parse(JSON.stringify(parsed))).toEqual({ ok: false, error: failure });
      expect(JSON.stringify(parsed)).not.toContain('GEZD');
    }
  });

  it('shows both issuers where a link names two', () => {
    const read = readOtpauthUri('otpauth://totp/Bank:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Shop');
    expect(read.ok && read.value.notices).toEqual([
      { code: 'authenticator-issuer-differs', issuer: 'Shop', labelIssuer: 'Bank' },
    ]);
  });
});

describe('formatOtpauthUri', () => {
  it('writes the link that the site writes', () => {
    const uri =
      'otpauth://totp/Paramant:ada%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Paramant&algorithm=SHA256&digits=6&period=30';
    const parsed = parseOtpauthUri(uri);
    expect(parsed.ok && formatOtpauthUri(parsed.value)).toBe(uri);
  });

  it('puts the issuer in place of a missing account, since a label is mandatory', () => {
    const parsed = parseOtpauthUri('otpauth://totp/Shop:ada?secret=GEZDGNBV');
    if (!parsed.ok) throw new Error('refused');
    expect(formatOtpauthUri({ ...parsed.value, account: '' })).toContain('//totp/Shop:Shop?');
    expect(formatOtpauthUri({ ...parsed.value, account: '', issuer: '' })).toContain('//totp/Paramant?');
  });
});
