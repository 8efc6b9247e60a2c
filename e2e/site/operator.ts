import type { SiteAccount } from './accounts';
import { addKey, listLiveKeys, revokeKey } from './accounts';
import { generateKey } from './credentials';
import type { SiteState } from './state';
import { findAccount } from './state';

/** A key just issued, and the way to a new authenticator when the account needs one. */
export interface IssuedKey {
  readonly keyId: string;
  readonly key: string;
  readonly setupPath: string | undefined;
}

/** What the people who run the site can do from outside any session. Each throws a RangeError for an unknown account. */
export interface Operator {
  listKeys(email: string): { id: string; label: string; key: string; revoked: boolean }[];
  /** Kills a key at once, even the last one: the account is then locked. Sessions go on. */
  revoke(email: string, keyId: string): void;
  /**
   * Hands out a key. Where keys come from the operator, it replaces the ones before it,
   * and the authenticator goes with them and has to be set up again.
   */
  issue(email: string, label?: string): IssuedKey;
  /** The one-time path of a page that sets up an authenticator. */
  issueSetup(email: string): string;
  /** The one-time path of a page that wipes the authenticator as soon as it is opened. */
  issueReset(email: string): string;
}

/** Makes the operator of one site. */
export function createOperator(state: SiteState): Operator {
  const requireAccount = (email: string): SiteAccount => {
    const account = findAccount(state, email);
    if (!account) throw new RangeError(`email: no account for ${email}`);
    return account;
  };
  return {
    listKeys: email =>
      requireAccount(email).keys.map(({ id, label, value, revoked }) => ({ id, label, key: value, revoked })),
    revoke: (email, keyId) => {
      if (!revokeKey(requireAccount(email), keyId)) throw new RangeError('keyId: no such live key');
    },
    issue: (email, label = 'Issued by the operator') => issueKey(state, requireAccount(email), label),
    issueSetup: email => `/auth/setup/${state.setups.issue(requireAccount(email).email)}`,
    issueReset: email => `/auth/reset-confirm/${state.setups.issueReset(requireAccount(email).email)}`,
  };
}

function issueKey(state: SiteState, account: SiteAccount, label: string): IssuedKey {
  const isReplaced = state.keyModel === 'operator';
  if (isReplaced) {
    for (const { id } of listLiveKeys(account)) revokeKey(account, id);
    account.secret = undefined;
  }
  const key = addKey(account, label, generateKey(state.keyPrefix));
  const setupPath = isReplaced ? `/auth/setup/${state.setups.issue(account.email)}` : undefined;
  return { keyId: key.id, key: key.value, setupPath };
}
