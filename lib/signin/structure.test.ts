import { describe, expect, it } from 'vitest';
import type { SnapshotField } from './snapshot';
import { CODE, EMAIL, field, KEY, page } from './snapshot.testing';
import { findTargets } from './targets';

const SECRET = field({ id: 'secret', label: 'Geheimnis', type: 'password' });
const UNSHAPED = field({ id: 'unshaped', label: 'Security code' });
const BARE_KEY = field({ id: 'bare', label: 'Personal key' });
const OTHER = field({ id: 'other', label: 'Anything' });
const COUPON = field({ id: 'coupon', label: 'Coupon' });
const CHANGING = field({ id: 'changing', label: 'Code (it may take a minute)', inputMode: 'numeric', maxLength: 6 });

/** What each field of a page was taken for. */
function targetsOf(...fields: readonly SnapshotField[]): string {
  return findTargets(page(fields))
    .map(({ kind, fields: own }) => `${kind}: ${own[0]?.id}`)
    .join(', ');
}

describe('what hides its text', () => {
  it('is the key beside an email and a code, whichever secret of signing in it is called', () => {
    expect(targetsOf(EMAIL, SECRET, CODE, OTHER)).toBe('email: email, key: secret, code: totp');
  });

  it('is the key alone, and beside an email and nothing else', () => {
    expect(targetsOf(SECRET)).toBe('key: secret');
    expect(targetsOf(EMAIL, SECRET)).toBe('email: email, key: secret');
    expect(targetsOf(EMAIL, SECRET, OTHER)).toBe('email: email');
    expect(targetsOf(EMAIL, SECRET, COUPON)).toBe('email: email, key: secret');
  });

  it('is none beside the key, or beside another like it', () => {
    expect(targetsOf(EMAIL, KEY, SECRET, CODE)).toBe('email: email, key: api-key, code: totp');
    expect(targetsOf(EMAIL, SECRET, { ...SECRET, id: 'second' }, CODE)).toBe('email: email, code: totp');
  });

  it.each(['Locker key', 'Secret of the wiki', 'Password of the wiki', 'PIN', 'New password', 'Coupon'])(
    'is none where it is called “%s”',
    label => {
      expect(targetsOf(EMAIL, { ...SECRET, label }, CODE)).toBe('email: email, code: totp');
    },
  );

  it('is none while it cannot be seen or used, or is too short for a key', () => {
    for (const changes of [{ visible: false }, { enabled: false }, { maxLength: 12 }]) {
      expect(targetsOf(EMAIL, { ...SECRET, ...changes }, CODE), JSON.stringify(changes)).toBe(
        'email: email, code: totp',
      );
    }
  });

  it('is none in another form than the email', () => {
    expect(targetsOf(EMAIL, CODE, { ...SECRET, form: 1 }, { ...OTHER, form: 1 })).toBe('email: email, code: totp');
  });
});

describe('what is called as the key or the code, in a plain text field', () => {
  it('is that one beside the email and the other', () => {
    expect(targetsOf(EMAIL, KEY, UNSHAPED)).toBe('email: email, key: api-key, code: unshaped');
    expect(targetsOf(EMAIL, BARE_KEY, CODE)).toBe('email: email, key: bare, code: totp');
    expect(targetsOf(EMAIL, BARE_KEY, UNSHAPED)).toBe('email: email, key: bare, code: unshaped');
  });

  it('is none without the other', () => {
    expect(targetsOf(EMAIL, UNSHAPED)).toBe('email: email');
    expect(targetsOf(UNSHAPED, field({ id: 'second', label: 'Anything' }))).toBe('');
  });
});

describe('a code of which something is said that nobody knows', () => {
  it('is the code alone, and beside the key, with an email or without', () => {
    expect(targetsOf(CHANGING)).toBe('code: changing');
    expect(targetsOf(KEY, CHANGING)).toBe('key: api-key, code: changing');
    expect(targetsOf(EMAIL, KEY, CHANGING)).toBe('email: email, key: api-key, code: changing');
  });

  it('is none beside an email alone, nor where it is said of what', () => {
    expect(targetsOf(EMAIL, CHANGING)).toBe('email: email');
    for (const label of ['Code at the entrance', 'Code der Filiale', 'Number plate', 'Code (if you have one)']) {
      expect(targetsOf(EMAIL, KEY, { ...CHANGING, label }), label).toBe('email: email, key: api-key');
    }
  });
});

describe('a hidden field that names another secret', () => {
  it.each(['GitHub token', 'PUK', 'SSN', 'BSN', 'New', 'Previous', 'Your dog'])('is not the key: %s', label => {
    expect(targetsOf(EMAIL, { ...KEY, label, name: '', id: 'x1', placeholder: '' })).toBe('email: email');
  });
});
