import { describe, expect, it } from 'vitest';
import {
  findKnownForm,
  isLoginRequest,
  isLoginStartUrl,
  isLoginUrl,
  isSignedInUrl,
  isSignInRequest,
  isUnencryptedSite,
  KEYS_URL,
  LOGIN_URL,
  SITE_ORIGIN,
} from './site';
import { ORIGIN_ROWS, PATH_ROWS } from './site.cases';

describe('isLoginUrl', () => {
  it.each(ORIGIN_ROWS)('with the login path behind %s (%s): %s', (_, beforePath, originOk) => {
    expect(isLoginUrl(`${beforePath}/auth/login`)).toBe(originOk);
  });

  it.each(PATH_ROWS)('with %s (%s): %s', (_, path, pathOk) => {
    expect(isLoginUrl(SITE_ORIGIN + path)).toBe(pathOk);
  });

  it.each([
    ['a name', 'https://alice@paramant.app/auth/login'],
    ['a name and a password', 'https://alice:secret@paramant.app/auth/login'],
    ['a host that looks like the site', 'https://evil.example@paramant.app/auth/login'],
  ])('is false with %s before the host, since such a URL was made to deceive', (_, url) => {
    expect(isLoginUrl(url)).toBe(false);
  });

  it('is false for the backslash that other parsers read as another host', () => {
    expect(isLoginUrl('https://paramant.app\\@evil.example/')).toBe(false);
  });

  it('is true for the page that Latchkey opens itself', () => {
    expect(isLoginUrl(LOGIN_URL)).toBe(true);
    expect(isLoginUrl(KEYS_URL)).toBe(false);
  });
});

describe('isLoginStartUrl', () => {
  it.each(ORIGIN_ROWS)('with the login path behind %s (%s): %s', (_, beforePath, originOk) => {
    expect(isLoginStartUrl(`${beforePath}/auth/login`)).toBe(originOk);
  });

  it.each([
    ['/auth/login', true],
    ['/auth/login?next=/dashboard#code', true],
    ['/auth/login/', false],
    ['/auth/login/code', false],
    ['/auth/logout', false],
    ['/', false],
  ])('is for %s: %s', (path, expected) => {
    expect(isLoginStartUrl(SITE_ORIGIN + path)).toBe(expected);
  });
});

describe('isSignedInUrl', () => {
  it.each(['/dashboard', '/dashboard/keys', '/dashboard?x=/auth/login', '/account'])('is true for %s', path => {
    expect(isSignedInUrl(SITE_ORIGIN + path)).toBe(true);
  });

  it.each(['/auth/login', '/auth/login/code', '/auth/backup', '/', '/pricing', '/dashboards'])(
    'is false for %s',
    path => {
      expect(isSignedInUrl(SITE_ORIGIN + path)).toBe(false);
    },
  );

  it.each(ORIGIN_ROWS.filter(([, , originOk]) => !originOk))('is false for %s', (_, beforePath) => {
    expect(isSignedInUrl(`${beforePath}/dashboard`)).toBe(false);
  });
});

describe('isLoginRequest', () => {
  it('is the one request that the site counts, on this origin only', () => {
    expect(isLoginRequest(`${SITE_ORIGIN}/api/user/login`)).toBe(true);
    expect(isLoginRequest(`${SITE_ORIGIN}/auth/login`)).toBe(false);
    expect(isLoginRequest(`${SITE_ORIGIN}/api/user/login/help`)).toBe(false);
    expect(isLoginRequest('https://evil.example/api/user/login')).toBe(false);
    expect(isLoginRequest('not a URL')).toBe(false);
  });
});

describe('isUnencryptedSite', () => {
  it('is true for every page of the site that came over http', () => {
    for (const path of ['', '/', '/auth/login', ':80/auth/login?next=%2F'])
      expect(isUnencryptedSite(`http://paramant.app${path}`)).toBe(true);
  });

  it.each([
    LOGIN_URL,
    'http://www.paramant.app/auth/login',
    'http://paramant.app.evil.example/auth/login',
    'http://paramant.app@evil.example/',
    'blob:http://paramant.app/1',
    'not a URL',
    '',
  ])('is false for %j', url => {
    expect(isUnencryptedSite(url)).toBe(false);
  });
});

describe('isSignInRequest', () => {
  it.each(['/api/user/login', '/api/auth/session', '/api/user/sign-in', '/v1/otp/verify'])('is true for %s', path => {
    expect(isSignInRequest(SITE_ORIGIN + path)).toBe(true);
  });

  it.each(['/api/telemetry', '/static/app.js', '/api/relay/health?x=login'])('is false for %s', path => {
    expect(isSignInRequest(SITE_ORIGIN + path)).toBe(false);
  });

  it('is false for the same path elsewhere', () => {
    expect(isSignInRequest('https://evil.example/api/user/login')).toBe(false);
    expect(isSignInRequest('not a URL')).toBe(false);
  });
});

describe('findKnownForm', () => {
  const known = (form: number) => ['email', 'totp', 'submit-btn'].map(id => ({ id, form }));

  it('is the one form with all that the login page has', () => {
    expect(findKnownForm([...known(1), { id: 'email', form: 0 }])).toBe(1);
  });

  it('is none where no form has all of it, or two have', () => {
    expect(findKnownForm(known(0).slice(1))).toBeNull();
    expect(findKnownForm([...known(0), ...known(1)])).toBeNull();
  });
});
