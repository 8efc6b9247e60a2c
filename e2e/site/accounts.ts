import { randomUUID } from 'node:crypto';
import { decodeBase32 } from './base32';
import type { KeyPrefix } from './credentials';
import { generateKey, generateSecret, isAccountKey } from './credentials';
import type { UsedSteps } from './used-steps';
import { createUsedSteps } from './used-steps';

/** One API key of an account. A revoked key stays listed and never works again. */
export interface SiteKey {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  revoked: boolean;
}

/** A person as the site knows them. `secret` is base32, and undefined while no authenticator is set up. */
export interface SiteAccount {
  readonly email: string;
  readonly keys: SiteKey[];
  readonly backupCodes: Set<string>;
  readonly usedSteps: UsedSteps;
  secret: string | undefined;
}

/** What may be chosen about a new account. Everything left out is random; `secret: null` leaves the authenticator out. */
export interface NewAccount {
  readonly email?: string;
  readonly key?: string;
  readonly secret?: string | null;
  readonly backupCodes?: readonly string[];
}

/** Emails are compared as the site does it: without outer spaces, in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Makes an account with one live key. Throws when the chosen key is not an account key or the secret not base32. */
export function createAccount(choices: NewAccount, keyPrefix: KeyPrefix): SiteAccount {
  decodeBase32(choices.secret ?? '');
  const email = choices.email ?? `${randomUUID().slice(0, 8)}@example.org`;
  const account: SiteAccount = {
    email: normaliseEmail(email),
    keys: [],
    backupCodes: new Set(choices.backupCodes),
    usedSteps: createUsedSteps(),
    secret: choices.secret === null ? undefined : (choices.secret ?? generateSecret()),
  };
  addKey(account, 'Primary key', choices.key ?? generateKey(keyPrefix));
  return account;
}

/** Gives the account another live key. Throws when the value is not an account key. */
export function addKey(account: SiteAccount, label: string, value: string): SiteKey {
  if (!isAccountKey(value)) throw new TypeError('key: 64 hex characters, with or without pgp_ in front');
  const key: SiteKey = { id: randomUUID(), label, value, revoked: false };
  account.keys.push(key);
  return key;
}

/** Kills one key at once. Returns false when the account has no such live key. */
export function revokeKey(account: SiteAccount, keyId: string): boolean {
  const key = listLiveKeys(account).find(live => live.id === keyId);
  if (!key) return false;
  key.revoked = true;
  return true;
}

/** The keys that still work, oldest first. */
export function listLiveKeys(account: SiteAccount): SiteKey[] {
  return account.keys.filter(key => !key.revoked);
}

/** Whether this is one of the account's working keys. */
export function hasLiveKey(account: SiteAccount, value: string): boolean {
  return listLiveKeys(account).some(key => key.value === value);
}
