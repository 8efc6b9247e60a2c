import { describe, expect, it } from 'vitest';
import { enrolmentPageOf } from './enrolment-page';
import { SITE_ORIGIN } from './site';
import { ORIGIN_ROWS } from './site.cases';

const SETUP = `/auth/setup/${'0f'.repeat(32)}`;

describe('enrolmentPageOf', () => {
  it.each(ORIGIN_ROWS)('with a set-up path behind %s (%s): %s', (_, beforePath, originOk) => {
    expect(enrolmentPageOf(beforePath + SETUP)).toBe(originOk ? 'setup' : null);
  });

  it.each([
    ['a set-up link', SETUP, 'setup'],
    ['a set-up link with a query', `${SETUP}?from=mail#top`, 'setup'],
    ['the account', '/account', 'keys'],
    ['the keys of the dashboard', '/dashboard/keys', 'keys'],
    ['the sign-in with a backup code', '/auth/backup', 'backup'],
    ['a token that is too short', SETUP.slice(0, -1), null],
    ['a token that is too long', `${SETUP}0`, null],
    ['a token in capitals', SETUP.toUpperCase(), null],
    ['something below a set-up link', `${SETUP}/done`, null],
    ['something below the keys', '/dashboard/keys/1', null],
    ['a path that only begins alike', '/accounts', null],
    ['the sign-in itself', '/auth/login', null],
  ])('%s (%s): %s', (_, path, page) => {
    expect(enrolmentPageOf(SITE_ORIGIN + path)).toBe(page);
  });

  it('is null where a name stands before the host', () => {
    expect(enrolmentPageOf(`https://robin@paramant.app${SETUP}`)).toBeNull();
  });
});
