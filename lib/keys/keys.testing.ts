import type { Account } from '../model/account';
import { parseApiKey } from '../model/api-key';
import type { Key } from '../model/key';
import { tightenPolicy, UNMANAGED } from '../model/managed';
import { DEFAULT_POLICY } from '../model/policy';
import type { LocalDate } from '../shared/local-date';
import { parseLocalDate } from '../shared/local-date';
import type { Result } from '../shared/result';
import type { RotationStage } from './rotation';
import { rotationOf, stageOf } from './rotation';

/** The beginning of 23 November 2026 in Greenwich. */
export const NOW_MS = 1_795_392_000_000;

/** What holds for a new vault in a browser that nobody manages. */
export const POLICY = tightenPolicy(DEFAULT_POLICY, UNMANAGED);

export function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

/** An active key that signs in. */
export function makeKey(changes: Partial<Key> = {}): Key {
  const parsed = parseApiKey('a'.repeat(64));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return {
    id: 'key',
    label: '',
    secret: parsed.value.key,
    purpose: 'sign-in',
    state: 'active',
    compromisedAtMs: null,
    createdOn: date('2026-01-01'),
    intervalDays: null,
    neverDueBecause: null,
    snooze: null,
    lastUsedAtMs: null,
    provenAtMs: null,
    refusedAtMs: null,
    revokedAtMs: null,
    note: '',
    integrations: [],
    ...changes,
  };
}

export function makeAccount(keys: readonly Key[], changes: Partial<Account> = {}): Account {
  return {
    id: 'account',
    revision: 1,
    fieldRevisions: { label: 1, email: 1, apiKey: 1, authenticator: 1, createdOn: 1 },
    seal: null,
    label: 'Work',
    email: 'alice@example.com',
    keys: [...keys],
    signInKeyId: null,
    authenticator: null,
    earlierAuthenticators: [],
    backupCodes: [],
    authenticatorDeadAtMs: null,
    backupCodesAwaitedAtMs: null,
    lastSignIn: null,
    intervalDays: null,
    neverDueBecause: null,
    rotation: null,
    notes: '',
    removedAtMs: null,
    ...changes,
  };
}

/** An integration that has not got the new key. */
export const CI = { id: 'ci', name: 'CI', where: '', owner: '', note: '', done: false };

/** What a step has made; throws where it was refused. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What is to be done next in an account's rotation; null where none is under way. */
export function stage(account: Account): RotationStage | null {
  const rotation = rotationOf(account);
  return rotation && stageOf(rotation);
}
