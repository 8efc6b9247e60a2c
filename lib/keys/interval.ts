import type { Key, OwnInterval } from '../model/key';
import type { PolicyInForce } from '../model/managed';

/** What a key's rotation is judged by, besides what it says itself: its account's own rule and the vault's. */
export type Rules = { readonly account: OwnInterval; readonly policy: PolicyInForce };

/**
 * Days from a key's making until its rotation is due: its own interval, else its account's, else the vault's. Null where
 * the narrowest of them that says anything says never. Nothing is longer than an organisation allows, never least of all.
 */
export function intervalDaysOf(key: Pick<Key, keyof OwnInterval>, rules: Rules): number | null {
  const chosen = chosenIntervalDays(key, rules);
  const { mostIntervalDays } = rules.policy;
  if (mostIntervalDays === null) return chosen;
  return chosen === null ? mostIntervalDays : Math.min(chosen, mostIntervalDays);
}

/** Days that an organisation allows where a key, or its account, says more or never; null where what was chosen counts. */
export function prescribedDaysOf(key: Pick<Key, keyof OwnInterval>, rules: Rules): number | null {
  const chosen = chosenIntervalDays(key, rules);
  const { mostIntervalDays } = rules.policy;
  return mostIntervalDays !== null && (chosen === null || chosen > mostIntervalDays) ? mostIntervalDays : null;
}

function chosenIntervalDays(key: Pick<Key, keyof OwnInterval>, { account, policy }: Rules): number | null {
  for (const { neverDueBecause, intervalDays } of [key, account]) {
    if (neverDueBecause !== null) return null;
    if (intervalDays !== null) return intervalDays;
  }
  return policy.intervalDays;
}
