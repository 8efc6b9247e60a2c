import { describe, expect, it } from 'vitest';
import { utf8Encode } from '../shared/bytes';
import { err, ok } from '../shared/result';
import { decodeBody, emptyBody, encodeBody } from './body';
import { readStored as read } from './body.testing';
import { EVERY_FIELD_BODY } from './fixtures/every-field-body';
import { BODY_SCHEMA } from './migrations';

const decodeJson = (value: unknown) => decodeBody(utf8Encode(JSON.stringify(value)));
const DAMAGED = err('vault-damaged');
const [account] = EVERY_FIELD_BODY.accounts;
const withAccount = (changes: object) => ({ ...EVERY_FIELD_BODY, accounts: [{ ...account, ...changes }] });
const withKey = (changes: object) => withAccount({ keys: [{ ...account?.keys[0], ...changes }] });

describe('decodeBody', () => {
  it('reads the body of a new vault back', () => {
    expect(decodeBody(encodeBody(emptyBody(1)))).toEqual(ok(emptyBody(1)));
  });

  it('reads an account with every field', () => {
    expect(decodeJson(EVERY_FIELD_BODY).ok).toBe(true);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['an empty object', {}],
    ['a schema that never was', { ...EVERY_FIELD_BODY, schema: 0 }],
    ['a schema that is no number', { ...EVERY_FIELD_BODY, schema: '1' }],
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
    expect(decodeJson(value)).toEqual(DAMAGED);
  });

  it('refuses text that is no JSON, and bytes that are no text', () => {
    expect(decodeBody(utf8Encode('{"schema":1'))).toEqual(DAMAGED);
    expect(decodeBody(Uint8Array.of(0xff, 0xfe))).toEqual(DAMAGED);
    expect(decodeBody(new Uint8Array(0))).toEqual(DAMAGED);
  });

  it('tells a body of a later version from a damaged one', () => {
    expect(decodeJson({ ...EVERY_FIELD_BODY, schema: BODY_SCHEMA + 1 })).toEqual(err('vault-newer'));
    expect(decodeJson({ schema: 1_000, quite: 'different' })).toEqual(err('vault-newer'));
  });

  it('refuses an account that is sealed and has the same in the open', () => {
    const seal = {
      sealId: Buffer.alloc(16).toString('base64'),
      salt: Buffer.alloc(32).toString('base64'),
      nonce: Buffer.alloc(24).toString('base64'),
      sealed: Buffer.alloc(17).toString('base64'),
    };
    const present: { accounts: object[] } = JSON.parse(new TextDecoder().decode(encodeBody(read(EVERY_FIELD_BODY))));
    const [first] = present.accounts;
    const empty = { authenticator: null, earlierAuthenticators: [], backupCodes: [] };
    expect(decodeJson({ ...present, accounts: [{ ...first, ...empty, seal }] }).ok).toBe(true);
    expect(decodeJson({ ...present, accounts: [{ ...first, seal }] })).toEqual(DAMAGED);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'lets nothing named %s through, and no prototype is touched',
    name => {
      const hostile = JSON.stringify(EVERY_FIELD_BODY).replace('"schema":1', `"schema":1,"${name}":{"polluted":1}`);
      expect(decodeBody(utf8Encode(hostile))).toEqual(DAMAGED);
      expect({}).not.toHaveProperty('polluted');
    },
  );
});
