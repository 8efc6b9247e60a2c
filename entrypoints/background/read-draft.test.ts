import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../lib/model/draft';
import type { AccountField } from '../../lib/vault/accounts';
import { date } from '../../lib/vault/accounts.testing';
import { readDraft } from './read-draft';

const HEX = 'ab'.repeat(32);
type Changed = Parameters<typeof readDraft>[1];

const TODAY = date('2026-11-22');
const DRAFT: AccountDraft = {
  label: 'Work',
  email: 'alice@example.com',
  apiKey: `pgp_${HEX}`,
  authenticator: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  createdOn: '2026-10-01',
};

const EVERY_FIELD = Object.keys(DRAFT) as AccountField[];

const read = (changes: Partial<AccountDraft> = {}, changed: Changed = 'all') =>
  readDraft({ ...DRAFT, ...changes }, changed, TODAY);

/** The failures as `field: code, details`. */
function failures(changes: Partial<AccountDraft>, changed: Changed = 'all'): readonly string[] {
  const result = read(changes, changed);
  return result.ok ? [] : result.error.map(({ field, code, details }) => `${field}: ${[code, ...details].join(', ')}`);
}

function accepted(changes: Partial<AccountDraft> = {}, changed: Changed = 'all') {
  const result = read(changes, changed);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('readDraft', () => {
  it('reads a form that is filled in', () => {
    const { fields, notices } = accepted();
    expect(fields).toMatchObject({ label: 'Work', email: 'alice@example.com', createdOn: '2026-10-01' });
    expect(fields.apiKey?.key.reveal()).toBe(`pgp_${HEX}`);
    expect(fields.authenticator).toMatchObject({ algorithm: 'SHA256', digits: 6, periodSeconds: 30 });
    expect(notices).toEqual([]);
  });

  it('names an account without a name by its address', () => {
    expect(accepted({ label: '  ' }).fields.label).toBe('alice@example.com');
  });

  it('takes an empty day for today, and an empty authenticator for none yet', () => {
    const { fields } = accepted({ createdOn: '', authenticator: ' ' });
    expect(fields).toMatchObject({ createdOn: TODAY, authenticator: null });
  });

  it('wants a key for a new account, and keeps the saved one on an edit', () => {
    expect(failures({ apiKey: '' })).toEqual(['apiKey: api-key-empty']);
    expect(accepted({ apiKey: ' ', authenticator: '' }, EVERY_FIELD).fields).toMatchObject({
      apiKey: null,
      authenticator: null,
    });
  });

  it('says that it dropped white space from a key, and that a signing key does not sign in', () => {
    expect(accepted({ apiKey: ` pgp_${HEX}\n` }).notices).toEqual([{ code: 'api-key-trimmed', details: [] }]);
    expect(accepted({ apiKey: `psk_live_${HEX}` }).notices).toEqual([{ code: 'api-key-signing', details: [] }]);
  });

  it('passes on what is worth a look in an authenticator', () => {
    const [notice] = accepted({ authenticator: 'GEZDGNBV' }).notices;
    expect(notice).toEqual({ code: 'authenticator-short-secret', details: ['5', '16'] });
  });

  it('reports every field that is wrong, each at its field, with what its sentence names', () => {
    const wrong = {
      label: 'a\u202eb',
      email: 'alice',
      apiKey: `pgp_${HEX.slice(1)}g`,
      authenticator: 'GEZDGNB1',
      createdOn: '2026-11-23',
    };
    expect(failures(wrong)).toEqual([
      'label: label-unprintable',
      'email: email-invalid',
      'apiKey: api-key-character, g, 68',
      'authenticator: authenticator-secret-character, 1, 8',
      'createdOn: created-on-future',
    ]);
  });

  it('does not ask twice for one thing: without an address an empty name is not a second mistake', () => {
    expect(failures({ label: '', email: '' })).toEqual(['email: email-empty']);
  });

  it.each([
    ['label', 'a\u202eb'],
    ['email', 'alice'],
    ['apiKey', 'pgp_short'],
    ['authenticator', 'GEZDGNB1'],
    ['createdOn', '2999-01-01'],
  ] as const)('does not blame an edit for a %s that it leaves as it is', (field, wrong) => {
    const others = EVERY_FIELD.filter(name => name !== field && !(field === 'createdOn' && name === 'apiKey'));
    expect(failures({ [field]: wrong }, others)).toEqual([]);
    expect(failures({ [field]: wrong }, [field])).toHaveLength(1);
  });

  it('reads of an edit what was changed, and no key or authenticator that was not', () => {
    expect(accepted({}, ['label']).fields).toMatchObject({ label: 'Work', apiKey: null, authenticator: null });
    expect(accepted({}, ['label']).notices).toEqual([]);
  });

  it('reads the date along with a new key, since the key is dated by it', () => {
    expect(accepted({}, ['apiKey']).fields.createdOn).toBe('2026-10-01');
    expect(failures({ createdOn: '2999-01-01' }, ['apiKey'])).toEqual(['createdOn: created-on-future']);
  });

  it('names an account whose name was emptied by the address it keeps', () => {
    expect(accepted({ label: '' }, ['label']).fields.label).toBe('alice@example.com');
  });

  it('reports an empty form in one go', () => {
    expect(failures({ label: '', email: '', apiKey: '', authenticator: '', createdOn: '' })).toEqual([
      'email: email-empty',
      'apiKey: api-key-empty',
    ]);
  });

  it('never throws, and never quotes a key or a secret in a failure', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...Object.values(DRAFT)));
    const drafts = fc.record({ label: text, email: text, apiKey: text, authenticator: text, createdOn: text });
    fc.assert(
      fc.property(drafts, fc.constantFrom<Changed>('all', EVERY_FIELD, ['label'], ['apiKey']), (draft, changed) => {
        const result = readDraft(draft, changed, TODAY);
        const json = JSON.stringify(result.ok ? result.value.notices : result.error);
        expect(json).not.toContain(HEX);
        expect(json).not.toContain(DRAFT.authenticator);
      }),
      { numRuns: 500 },
    );
  });
});
