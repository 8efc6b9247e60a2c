import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Encode } from '../shared/bytes';
import { err } from '../shared/result';
import { decodeBody, encodeBody } from './body';
import { readStored } from './body.testing';
import { EVERY_FIELD_BODY } from './fixtures/every-field-body';
import { HELD_BODY } from './fixtures/held-body';
import { LARGE_BODY } from './fixtures/large-body';
import { BODY_SCHEMA, migrateBody } from './migrations';

describe('a body of version 1', () => {
  it.each([
    ['every field', EVERY_FIELD_BODY],
    ['many accounts', LARGE_BODY],
  ])('keeps everything it held (%s)', (_, stored) => {
    const migrated = JSON.parse(new TextDecoder().decode(encodeBody(readStored(stored))));
    expect(migrated).toMatchObject({ ...stored, schema: 3 });
    expect(migrated.accounts).toHaveLength(stored.accounts.length);
  });

  it('gets what version 2 added: nothing is sealed, and every field counts as changed with its account', () => {
    const body = readStored(EVERY_FIELD_BODY);
    expect(body).toMatchObject({ savedAtMs: 0, oldestGeneration: 1, held: null });
    for (const { seal, revision, fieldRevisions } of body.accounts) {
      expect(seal).toBeNull();
      expect(new Set(Object.values(fieldRevisions))).toEqual(new Set([revision]));
    }
  });
});

describe('a body of version 2', () => {
  it('gets what version 3 added: nothing was used, put off or refused, and sign-ins go to their end', () => {
    const body = readStored(HELD_BODY);
    expect(body).toMatchObject({ defaultAccountId: null, policy: { ...HELD_BODY.policy, signInMode: 'full' } });
    for (const account of body.accounts) {
      expect(account).toMatchObject({ authenticatorDeadAtMs: null, lastSignIn: null, neverDueBecause: null });
      expect(account).toMatchObject({ backupCodesAwaitedAtMs: null, rotation: null });
      for (const key of account.keys) {
        expect(key.provenAtMs).toBeNull();
        expect(key).toMatchObject({ snooze: null, lastUsedAtMs: null, refusedAtMs: null, revokedAtMs: null, note: '' });
        const ids = key.integrations.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });
});

describe('migrateBody', () => {
  it('does nothing more the second time', () => {
    const once = migrateBody(EVERY_FIELD_BODY);
    expect(migrateBody(once)).toEqual(once);
  });

  it('does not change what it is given', () => {
    const before = JSON.stringify(EVERY_FIELD_BODY);
    migrateBody(EVERY_FIELD_BODY);
    expect(JSON.stringify(EVERY_FIELD_BODY)).toBe(before);
  });

  it('leaves a later version alone, whatever is in it', () => {
    fc.assert(
      fc.property(fc.object(), fc.integer({ min: BODY_SCHEMA + 1 }), (rest, schema) => {
        const bytes = utf8Encode(JSON.stringify({ ...rest, schema }));
        expect(decodeBody(bytes)).toEqual(err('vault-newer'));
      }),
    );
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 0, 1, 2, 3, '1', null), (value, schema) => {
        const stored = typeof value === 'object' && value !== null ? { ...value, schema } : value;
        expect(() => migrateBody(stored)).not.toThrow();
      }),
    );
  });
});
