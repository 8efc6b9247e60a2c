import type { KeptDraft } from '../model/draft';
import { NOON_MS } from './vault.testing';

/** A draft of a new account, typed at noon, with what a case is about put over it. */
export function keptDraft(changes: Partial<KeptDraft> = {}): KeptDraft {
  return {
    accountId: null,
    baseRevision: 0,
    changed: ['label', 'apiKey'],
    draft: { label: 'Work', email: '', apiKey: 'pgp_half', authenticator: '', createdOn: '2026-11-22' },
    keptAtMs: NOON_MS,
    ...changes,
  };
}
