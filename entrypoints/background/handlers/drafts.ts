import { failure } from '../../../lib/messages/failures';
import { err, ok } from '../../../lib/shared/result';
import { findAccount } from '../../../lib/vault/accounts';
import { dropDraft, findDraft, keepDraft } from '../../../lib/vault/drafts';
import { changeDrafts, readDrafts } from '../drafts';
import type { Handlers } from '../router';
import { withBody } from '../with-body';

/** What was typed into an account form and not saved yet. */
export const draftHandlers: Pick<Handlers, 'drafts.read' | 'drafts.keep' | 'drafts.discard'> = {
  'drafts.read': ({ accountId }) =>
    withBody(async body => {
      // The draft of an account that was removed waits for its Undo.
      if (accountId !== null && findAccount(body, accountId) === null) return ok(null);
      const drafts = await readDrafts();
      return drafts.ok ? ok(findDraft(drafts.value, accountId)) : drafts;
    }),

  'drafts.keep': draft =>
    withBody(async ({ accounts }) => {
      const isKnown = draft.accountId === null || accounts.some(({ id }) => id === draft.accountId);
      if (!isKnown) return err([failure('account-missing')]);
      return changeDrafts(drafts => keepDraft(drafts, { ...draft, keptAtMs: Date.now() }));
    }),

  'drafts.discard': ({ accountId }) => changeDrafts(drafts => dropDraft(drafts, accountId)),
};
