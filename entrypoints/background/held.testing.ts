import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CheckedInput } from '../../lib/messages/protocol';
import type { Account } from '../../lib/model/account';
import { createRepeatableRandom } from '../../lib/shared/random.testing';
import type { Result } from '../../lib/shared/result';
import { findAccount } from '../../lib/vault/accounts';
import { BY_PASSWORD } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { heldHandlers } from './handlers/held';
import { publishStatus, vault } from './worker';

export const NOON = new Date(2026, 10, 22, 12);
/** The authenticator of the account that is held, and one to put in its place. */
export const OTP = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const NEXT_OTP = 'NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT';

const random = createRepeatableRandom(5);

export type Passkey = CheckedInput<'held.set-up'>['passkey'];

/** A passkey: the same bytes each time it is touched. */
export function makePasskey(): Passkey {
  return { credentialId: random(20), prfInput: random(32), prfOutput: random(32) };
}

const RECOVERY_CODE = random(16);

/** The recovery code, typed: a new array each time, as the router makes it. */
export function typedCode() {
  return { type: 'recovery', code: RECOVERY_CODE.slice() } as const;
}

/** The value of a reply that has to be good. */
export function good<T, E>(reply: Result<T, E>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

/** The codes of a refusal; throws where nothing was refused. */
export function refusalsOf<T>(reply: Result<T, readonly { readonly code: string }[]>): readonly string[] {
  if (reply.ok) throw new Error('not refused');
  return reply.error.map(({ code }) => code);
}

export const draft = {
  label: 'Work',
  email: 'robin@example.org',
  apiKey: 'a1'.repeat(32),
  authenticator: OTP,
  createdOn: '2026-11-20',
};

/** The key of the account of an address: no two accounts have the same. */
function keyOf(email: string): string {
  if (email === draft.email) return draft.apiKey;
  const digits = Array.from(email, letter => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return digits.padEnd(64, digits).slice(0, 64);
}

/** Saves a new account and gives its id. */
export async function addAccount(over: Partial<typeof draft> = {}): Promise<string> {
  const apiKey = keyOf(over.email ?? draft.email);
  const input = { id: null, baseRevision: 0, changed: [], draft: { ...draft, apiKey, ...over }, touch: null };
  return good(await accountHandlers['accounts.save'](input)).id;
}

/** An account as it lies in the vault. */
export async function readAccount(accountId: string): Promise<Account> {
  const account = findAccount(good(await vault.read()), accountId);
  if (account === null) throw new Error('no such account');
  return account;
}

/** Has a new passkey hold an account, the first one of the vault. */
export async function setUp(accountId: string): Promise<Passkey> {
  const passkey = makePasskey();
  // The handler wipes what it was given.
  const given = { ...passkey, prfOutput: passkey.prfOutput.slice() };
  const input = { proof: BY_PASSWORD, accountId, name: 'Laptop', passkey: given, recoveryCode: RECOVERY_CODE.slice() };
  good(await heldHandlers['held.set-up'](input));
  await publishStatus();
  return passkey;
}

/** A touch of a passkey, asked for as pages do: by what the worker says of it. */
export async function touch({ prfOutput }: Passkey, index = 0) {
  const held = good(await heldHandlers['held.read']({}));
  return { type: 'passkey', wrapId: held?.passkeys[index]?.wrapId ?? '', prfOutput: prfOutput.slice() } as const;
}

/** Everything in session storage, as text. */
export async function sessionText(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.session.get(null));
}
