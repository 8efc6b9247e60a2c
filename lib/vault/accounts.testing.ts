import type { Account } from '../model/account';
import { parseApiKey } from '../model/api-key';
import type { Authenticator } from '../model/authenticator';
import { PARAMANT_DEFAULTS } from '../model/authenticator';
import type { LocalDate } from '../shared/local-date';
import { parseLocalDate } from '../shared/local-date';
import { Secret } from '../shared/secret';
import type { AccountFields } from './accounts';
import { addAccount, listAccounts } from './accounts';
import type { VaultBody } from './body';
import { emptyBody } from './body';

export function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

/** What a form gives for a key: 64 times the digit, behind a prefix. */
export function apiKey(digit: string, prefix = 'pgp_'): NonNullable<AccountFields['apiKey']> {
  const parsed = parseApiKey(prefix + digit.repeat(64));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return { key: parsed.value.key, kind: parsed.value.kind };
}

export function authenticator(base32 = 'GEZDGNBVGY3TQOJQ'): Authenticator {
  return { secret: new Secret<'totp-secret'>(base32), ...PARAMANT_DEFAULTS };
}

export function fields(changes: Partial<AccountFields> = {}): AccountFields {
  return {
    label: 'Work',
    email: 'alice@example.com',
    apiKey: apiKey('a'),
    authenticator: authenticator(),
    createdOn: date('2026-10-01'),
    ...changes,
  };
}

/** A body with one account for each given form, with the ids `account-0`, `key-0` and so on. */
export function bodyWith(...forms: readonly AccountFields[]): VaultBody {
  return forms.reduce(
    (body, form, index) => addAccount(body, form, { account: `account-${index}`, key: `key-${index}` }),
    emptyBody(1),
  );
}

/** The account at a place of the list. Throws where there is none. */
export function accountAt(body: VaultBody, index: number): Account {
  const account = listAccounts(body)[index];
  if (account === undefined) throw new Error(`no account ${index}`);
  return account;
}
