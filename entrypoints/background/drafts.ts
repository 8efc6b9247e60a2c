// Drafts of account forms, as they lie in storage. Invariant: what is kept holds nothing that a passkey holds.
import { draftItem } from '../../lib/browser/draft-item';
import type { Failure } from '../../lib/messages/failures';
import type { KeptDraft } from '../../lib/model/draft';
import type { Result } from '../../lib/shared/result';
import { DRAFT_PURPOSE, openDrafts, sealDrafts, tidyDrafts } from '../../lib/vault/drafts';
import { createSealedList } from './sealed-list';

type Drafts = readonly KeptDraft[];

const list = createSealedList<KeptDraft>({
  item: draftItem,
  purpose: DRAFT_PURPOSE,
  seal: sealDrafts,
  open: openDrafts,
  tidy: (drafts, body) => tidyDrafts(drafts, body, Date.now()),
});

/** The drafts that are kept now. */
export function readDrafts(): Promise<Result<Drafts, readonly Failure[]>> {
  return list.read();
}

/** Makes a change to what is kept. Nothing is written where it comes to nothing. */
export function changeDrafts(change: (drafts: Drafts) => Drafts): Promise<Result<null, readonly Failure[]>> {
  return list.change(change);
}

/** Takes away what may no longer be kept: what is too old, of an account that was purged, or held by a passkey by now. */
export async function forgetOldDrafts(): Promise<void> {
  if ((await draftItem.read()) !== null) await changeDrafts(drafts => drafts);
}

/** Makes a change after which the vault may have another key, and takes the drafts along. */
export function keepDraftsAcross<T>(change: () => Promise<T>): Promise<T> {
  return list.keepAcross(change);
}
