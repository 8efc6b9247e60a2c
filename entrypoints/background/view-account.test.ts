import { describe, expect, it } from 'vitest';
import { POLICY } from '../../lib/keys/keys.testing';
import { accountAt, apiKey, authenticator, bodyWith, date, fields } from '../../lib/vault/accounts.testing';
import { readStored } from '../../lib/vault/body.testing';
import { EVERY_FIELD_BODY } from '../../lib/vault/fixtures/every-field-body';
import { viewAccount } from './view-account';

const TODAY = date('2026-11-22');
const view = (changes: Parameters<typeof fields>[0] = {}) =>
  viewAccount(accountAt(bodyWith(fields(changes)), 0), POLICY, TODAY);

describe('the view of an account', () => {
  it('shows what a card shows: the key masked, and its age on the day', () => {
    expect(view()).toEqual({
      id: 'account-0',
      revision: 1,
      label: 'Work',
      email: 'alice@example.com',
      hasAuthenticator: true,
      isHeld: false,
      isAuthenticatorDead: false,
      rotation: null,
      awaitsBackupCodes: false,
      unusedBackupCodes: 0,
      key: {
        id: 'key-0',
        masked: 'pgp_••••aaaa',
        kind: 'dashboard',
        createdOn: '2026-10-01',
        dueOn: '2026-12-30',
        ageDays: 52,
        daysLeft: 38,
        fraction: 52 / 90,
        state: 'fresh',
        snoozedUntil: null,
      },
    });
  });

  it('says what a signing key is', () => {
    expect(view({ apiKey: apiKey('b', 'psk_test_') }).key).toMatchObject({
      kind: 'signing',
      masked: 'psk_test_••••bbbb',
    });
  });

  it('says of what a passkey holds that it is there, and no more', () => {
    const seal = { sealId: '', salt: '', nonce: '', sealed: '' };
    const account = { ...accountAt(bodyWith(fields({ authenticator: null })), 0), seal };
    expect(viewAccount(account, POLICY, TODAY)).toMatchObject({ hasAuthenticator: true, isHeld: true });
  });

  it('does without key and authenticator', () => {
    expect(view({ apiKey: null, authenticator: null })).toMatchObject({ key: null, hasAuthenticator: false });
  });

  it('holds no key and no seed, nor any half of one', () => {
    const json = JSON.stringify(view({ apiKey: apiKey('c'), authenticator: authenticator('MFRGGZDFMZTWQ2LK') }));
    expect(json).not.toMatch(/c{5}|MFRG|WQ2LK/u);
  });

  it('holds no secret of an account with every field, and neither notes nor backup codes', () => {
    const [account] = readStored(EVERY_FIELD_BODY).accounts;
    if (account === undefined) throw new Error('no account');
    const json = JSON.stringify(viewAccount(account, POLICY, TODAY));
    const secrets = [
      ...account.keys.map(key => key.secret.reveal()),
      ...[account.authenticator, ...account.earlierAuthenticators].map(other => other?.secret.reveal() ?? ''),
      ...account.backupCodes.map(backup => backup.code),
      'line one',
      'repository secrets',
    ];
    for (const secret of secrets.filter(text => text.length > 2)) expect(json).not.toContain(secret);
  });

  it('survives the way to the page', () => {
    expect(JSON.parse(JSON.stringify(view()))).toEqual(view());
  });
});
