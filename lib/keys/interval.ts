import type { Key, OwnInterval } from '../model/key';
import type { Policy } from '../model/policy';

/** What a key's rotation is judged by, besides what it says itself: its account's own rule and the vault's. */
export type Rules = { readonly account: OwnInterval; readonly policy: Policy };

/**
 * Days from a key's making until its rotation is due: its own interval, else its account's, else the vault's. Null where
 * the narrowest of them that says anything says never.
 */
export function intervalDaysOf(key: Pick<Key, keyof OwnInterval>, { account, policy }: Rules): number | null {
  for (const { neverDueBecause, intervalDays } of [key, account]) {
    if (neverDueBecause !== null) return null;
    if (intervalDays !== null) return intervalDays;
  }
  return policy.intervalDays;
}
