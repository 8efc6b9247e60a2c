import { describe, expect, it } from 'vitest';
import { utf8Encode } from '../shared/bytes';
import { decodeBody, emptyBody, encodeBody } from './body';
import { EVERY_FIELD_BODY } from './fixtures/every-field-body';

const decodeJson = (value: unknown) => decodeBody(utf8Encode(JSON.stringify(value)));
const [account] = EVERY_FIELD_BODY.accounts;
const withAccount = (changes: object) => ({ ...EVERY_FIELD_BODY, accounts: [{ ...account, ...changes }] });
const withKey = (changes: object) => withAccount({ keys: [{ ...account?.keys[0], ...changes }] });

describe('decodeBody', () => {
  it('reads the body of a new vault back', () => {
    expect(decodeBody(encodeBody(emptyBody()))).toEqual(emptyBody());
  });

  it('reads an account with every field', () => {
    expect(decodeJson(EVERY_FIELD_BODY)).not.toBeNull();
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['an empty object', {}],
    ['a schema of the future', { ...EVERY_FIELD_BODY, schema: 2 }],
    ['no schema', { ...EVERY_FIELD_BODY, schema: undefined }],
    ['a field that this version does not know', { ...EVERY_FIELD_BODY, extra: 1 }],
    ['an account with a field that this version does not know', withAccount({ extra: 1 })],
    ['an account without an email', withAccount({ email: undefined })],
    ['a revision of 0', withAccount({ revision: 0 })],
    ['a key that is no key', withKey({ secret: 'pgp_1234' })],
    ['a key in a state that does not exist', withKey({ state: 'lost' })],
    ['a key made on no day of the calendar', withKey({ createdOn: '2026-02-30' })],
    ['an interval below a week', withKey({ intervalDays: 6 })],
    ['an empty authenticator secret', withAccount({ authenticator: { ...account?.authenticator, secret: '' } })],
    ['five digits', withAccount({ authenticator: { ...account?.authenticator, digits: 5 } })],
    ['a lock after four minutes', { ...EVERY_FIELD_BODY, policy: { ...EVERY_FIELD_BODY.policy, lockAfterMinutes: 4 } }],
  ])('refuses %s', (_, value) => {
    expect(decodeJson(value)).toBeNull();
  });

  it('refuses text that is no JSON, and bytes that are no text', () => {
    expect(decodeBody(utf8Encode('{"schema":1'))).toBeNull();
    expect(decodeBody(Uint8Array.of(0xff, 0xfe))).toBeNull();
    expect(decodeBody(new Uint8Array(0))).toBeNull();
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'lets nothing named %s through, and no prototype is touched',
    name => {
      const hostile = JSON.stringify(EVERY_FIELD_BODY).replace('"schema":1', `"schema":1,"${name}":{"polluted":1}`);
      expect(decodeBody(utf8Encode(hostile))).toBeNull();
      expect({}).not.toHaveProperty('polluted');
    },
  );
});
