// Drafts of account forms, as they lie in storage. Invariants: one look or change at a time, and only while unlocked; what
// is written is sealed, and holds nothing that a passkey holds.
import { draftItem } from '../../lib/browser/draft-item';
import { randomBytes } from '../../lib/browser/random';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { KeptDraft } from '../../lib/model/draft';
import type { Bytes } from '../../lib/shared/bytes';
import { equalBytes, wipe } from '../../lib/shared/bytes';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import type { VaultBody } from '../../lib/vault/body';
import { DRAFT_PURPOSE, openDrafts, sealDrafts, tidyDrafts } from '../../lib/vault/drafts';
import { withBody } from './with-body';
import { vault } from './worker';

type Drafts = readonly KeptDraft[];

/** What drafts are sealed with. */
type Lock = { readonly key: Bytes; readonly vaultId: Bytes };

const enqueue = createSerialQueue();

/** Null while the vault is locked. The caller wipes the key. */
async function deriveLock(): Promise<Lock | null> {
  const vaultId = await vault.vaultId();
  const key = await vault.subkey(DRAFT_PURPOSE);
  return vaultId && key && { key, vaultId };
}

/** Null where something is stored that does not open, as what an earlier vault key sealed. */
async function readUnder({ key, vaultId }: Lock): Promise<Drafts | null> {
  const sealed = await draftItem.read();
  return sealed === null ? [] : openDrafts(key, vaultId, sealed);
}

async function writeUnder({ key, vaultId }: Lock, drafts: Drafts): Promise<void> {
  if (drafts.length === 0) await draftItem.clear();
  else await draftItem.write(sealDrafts(key, vaultId, drafts, randomBytes));
}

function withDrafts<T>(
  use: (drafts: Drafts | null, body: VaultBody, lock: Lock) => Promise<T>,
): Promise<Result<T, readonly Failure[]>> {
  return enqueue(() =>
    withBody(async body => {
      const lock = await deriveLock();
      if (lock === null) return err([failure('vault-locked')]);
      try {
        return ok(await use(await readUnder(lock), body, lock));
      } finally {
        wipe(lock.key);
      }
    }),
  );
}

/** The drafts that are kept now. */
export function readDrafts(): Promise<Result<Drafts, readonly Failure[]>> {
  return withDrafts(async (drafts, body) => tidyDrafts(drafts ?? [], body, Date.now()));
}

function isSame(a: Drafts, b: Drafts): boolean {
  return a.length === b.length && a.every((draft, index) => draft === b[index]);
}

/** Makes a change to what is kept. Nothing is written where it comes to nothing. */
export function changeDrafts(change: (drafts: Drafts) => Drafts): Promise<Result<null, readonly Failure[]>> {
  return withDrafts(async (drafts, body, lock) => {
    const changed = tidyDrafts(change(drafts ?? []), body, Date.now());
    if (drafts === null || !isSame(drafts, changed)) await writeUnder(lock, changed);
    return null;
  });
}

/** Takes away what may no longer be kept: what is too old, of an account that was purged, or held by a passkey by now. */
export async function forgetOldDrafts(): Promise<void> {
  if ((await draftItem.read()) !== null) await changeDrafts(drafts => drafts);
}

/** Makes a change after which the vault may have another key, and takes the drafts along. */
export function keepDraftsAcross<T>(change: () => Promise<T>): Promise<T> {
  return enqueue(async () => {
    const before = await deriveLock();
    const drafts = before && (await readUnder(before).catch(() => null));
    const result = await change();
    const after = await deriveLock();
    // What was changed is changed: a draft that cannot come along must not make it look as if it had failed.
    if (drafts && before && after && !equalBytes(before.key, after.key)) {
      await writeUnder(after, drafts).catch(() => undefined);
    }
    for (const lock of [before, after]) if (lock !== null) wipe(lock.key);
    return result;
  });
}
