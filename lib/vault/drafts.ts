// Drafts of account forms, kept beside the vault. Invariants: sealed under a key of their own and bound to their vault; what
// a passkey holds is in none of them; at most one for each account, and one for a new one.
import * as v from 'valibot';
import type { KeyPurpose } from '../crypto/hkdf';
import type { Account } from '../model/account';
import type { AccountDraft, KeptDraft } from '../model/draft';
import { accountDraftSchema, keptDraftSchema } from '../model/draft';
import { isSameEmail } from '../model/email';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { HOUR_MS } from '../shared/duration';
import type { VaultBody } from './body';
import { openBeside, sealBeside } from './sealed-beside';

/** What the key for drafts is derived for. */
export const DRAFT_PURPOSE = 'latchkey/v1/draft' satisfies KeyPurpose;

/** How long a draft is kept after it was typed. */
export const DRAFT_KEPT_MS = 7 * 24 * HOUR_MS;

const FIELD_NAMES = Object.keys(accountDraftSchema.entries) as readonly (keyof AccountDraft)[];
const draftsSchema = v.array(keptDraftSchema);

/** Nonce and ciphertext of all drafts of a vault. `key` is 32 bytes, derived for {@link DRAFT_PURPOSE}. */
export function sealDrafts(key: Bytes, vaultId: Bytes, drafts: readonly KeptDraft[], random: RandomBytes): Bytes {
  return sealBeside({ purpose: DRAFT_PURPOSE, key, vaultId }, drafts, random);
}

/** What {@link sealDrafts} was given, or null where the bytes are not what it made with this key for this vault. */
export function openDrafts(key: Bytes, vaultId: Bytes, bytes: Bytes): readonly KeptDraft[] | null {
  const parsed = v.safeParse(draftsSchema, openBeside({ purpose: DRAFT_PURPOSE, key, vaultId }, bytes));
  return parsed.success ? parsed.output : null;
}

function isSameContent(a: KeptDraft, b: KeptDraft): boolean {
  return (
    a.baseRevision === b.baseRevision &&
    FIELD_NAMES.every(name => a.draft[name] === b.draft[name] && a.changed.includes(name) === b.changed.includes(name))
  );
}

/** Puts a draft in the place of the one of the same account. One that says nothing new leaves that one, and its time. */
export function keepDraft(drafts: readonly KeptDraft[], draft: KeptDraft): readonly KeptDraft[] {
  const present = findDraft(drafts, draft.accountId);
  if (present !== null && isSameContent(present, draft)) return drafts;
  return [...dropDraft(drafts, draft.accountId), draft];
}

/** The draft of an account (null: of a new one), or null. */
export function findDraft(drafts: readonly KeptDraft[], accountId: string | null): KeptDraft | null {
  return drafts.find(draft => draft.accountId === accountId) ?? null;
}

/** The drafts without that of an account (null: of a new one). */
export function dropDraft(drafts: readonly KeptDraft[], accountId: string | null): readonly KeptDraft[] {
  return drafts.filter(draft => draft.accountId !== accountId);
}

/** The drafts that were typed in the last seven days. A clock that was set back ends none. */
export function livingDrafts(drafts: readonly KeptDraft[], nowMs: number): readonly KeptDraft[] {
  return drafts.filter(({ keptAtMs }) => nowMs - keptAtMs < DRAFT_KEPT_MS);
}

/** A draft as it may be kept of an account whose authenticator a passkey holds. */
function withoutAuthenticator(kept: KeptDraft): KeptDraft {
  if (kept.draft.authenticator === '' && !kept.changed.includes('authenticator')) return kept;
  const changed = kept.changed.filter(field => field !== 'authenticator');
  return { ...kept, changed, draft: { ...kept.draft, authenticator: '' } };
}

/** The account that a draft is of. One of a new account is of the one that has its address by now, saved in another window. */
function findAccountOf({ accountId, draft }: KeptDraft, { accounts }: VaultBody): Account | undefined {
  return accounts.find(({ id, email }) =>
    accountId === null ? isSameEmail(email, draft.email.trim()) : id === accountId,
  );
}

/**
 * The drafts that may be kept of a vault: those of the last seven days, in which something was changed, of accounts that
 * are there or can still be brought back. One that stays as it is is the very same object.
 */
export function tidyDrafts(drafts: readonly KeptDraft[], body: VaultBody, nowMs: number): readonly KeptDraft[] {
  return livingDrafts(drafts, nowMs).flatMap(kept => {
    const account = findAccountOf(kept, body);
    if (account === undefined && kept.accountId !== null) return [];
    const tidied = account?.seal ? withoutAuthenticator(kept) : kept;
    return tidied.changed.length === 0 ? [] : [tidied];
  });
}
