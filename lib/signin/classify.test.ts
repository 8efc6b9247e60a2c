import { describe, expect, it } from 'vitest';
import { classifyField, isOtherWayIn, leadsOn } from './classify';
import { FOREIGN_FIELD_IDS } from './site';
import type { SnapshotControl, SnapshotField } from './snapshot';
import { CODE, control, EMAIL, field, KEY } from './snapshot.testing';

describe('classifyField', () => {
  it.each<[string, Partial<SnapshotField>, string | null]>([
    ['the email of the page', EMAIL, 'email'],
    ['the key of the documentation', KEY, 'key'],
    ['the code of the page', CODE, 'code'],
    ['an email by its type alone', { type: 'email' }, 'email'],
    ['an email by its autocomplete alone', { autocomplete: 'section-x username' }, 'email'],
    ['an email by its label alone', { label: 'E-mail address' }, 'email'],
    ['an email by its name alone', { name: 'user_name' }, 'email'],
    ['a code by its autocomplete alone', { autocomplete: 'ONE-TIME-CODE' }, 'code'],
    ['a code by its label alone', { label: 'Authenticator code' }, 'code'],
    ['a code by its placeholder alone', { placeholder: '6-digit code' }, 'code'],
    ['a code in a password field', { type: 'password', name: 'totp' }, 'code'],
    ['a code in a telephone field', { type: 'tel', name: 'otp' }, 'code'],
    ['a key by its placeholder, as on the early dashboard', { type: 'password', placeholder: 'pgp_...' }, 'key'],
    ['a key in a text field', { label: 'API key' }, 'key'],
    ['a key by its id', { id: 'api_key' }, 'key'],
    ['a password, which on this site is the key', { type: 'password', label: 'Password' }, 'key'],
    ['a field that says nothing', {}, null],
    ['a name', { label: 'Full name', name: 'name' }, null],
    ['a search', { type: 'search', label: 'Search by email' }, null],
    ['a search in a text field', { label: 'Search email' }, null],
    ['a backup code', { label: 'Backup code', name: 'code' }, null],
    ['a recovery code', { label: 'Recovery code', autocomplete: 'one-time-code' }, null],
    ['a licence', { label: 'License key', placeholder: 'plk_...' }, null],
    ['a newsletter', { type: 'email', label: 'Newsletter' }, null],
    ['a date', { type: 'date', label: 'Email' }, null],
    ['a checkbox', { type: 'checkbox', name: 'email' }, null],
  ])('takes %s for what it is', (_, changes, kind) => {
    expect(classifyField(field(changes))).toBe(kind);
  });

  it.each(FOREIGN_FIELD_IDS)('leaves #%s alone, though it asks for six digits', id => {
    expect(classifyField({ ...CODE, id })).toBeNull();
  });
});

describe('isOtherWayIn', () => {
  it.each<[string, Partial<SnapshotControl>]>([
    ['the primary passkey button', { id: 'passkey-login-btn', text: 'Sign in' }],
    ['a passkey by its words', { text: 'Sign in with a passkey' }],
    ['a passkey by its label alone', { label: 'Continue with passkey' }],
    ['a passkey on another device', { text: 'Use another device' }],
    ['a security key', { text: 'Security key' }],
    ['a fingerprint', { text: 'Sign in with your fingerprint' }],
    ['another company', { text: 'Continue with Google' }],
  ])('is true for %s, and such a control never leads on', (_, changes) => {
    expect(isOtherWayIn(control(changes))).toBe(true);
    expect(leadsOn(control({ ...changes, submits: true }))).toBe(false);
  });

  it('is false for the API key’s own step, which has a key in its name too', () => {
    expect(isOtherWayIn(control({ text: 'Continue', id: 'api-key-continue' }))).toBe(false);
  });
});

describe('leadsOn', () => {
  it.each(['Continue', 'Next', 'Sign in', 'Log in', 'Verify', 'Submit', 'CONFIRM'])('is true for “%s”', text => {
    expect(leadsOn(control({ text }))).toBe(true);
  });

  it.each(['Back', 'Cancel', 'Resend', 'Lost your authenticator? Sign in another way', 'Sign up', 'Show', 'Copy', ''])(
    'is false for “%s”',
    text => {
      expect(leadsOn(control({ text }))).toBe(false);
    },
  );
});
