import type { Failure, FailureCode } from '../lib/messages/failures';
import { isMade } from '../lib/messages/failures';
import { refusalsOf } from './refusals';
import type { Refusals } from './use-submit';

/** Hears that a change was made, and of what it has left behind: nothing, or copies that are replaced later. */
export type OnChanged = (leftOver: readonly Failure[]) => void;

const takeNone = (failures: readonly Failure[]) => failures;

/**
 * What stood in the way of a change to the vault. Where nothing did, `onChanged` hears of it. `take` takes out, of what did,
 * what is said elsewhere.
 */
export function settleChange<Name extends string>(
  failures: readonly Failure[],
  blame: Partial<Record<FailureCode, Name>>,
  onChanged: OnChanged,
  take = takeNone,
): Refusals<Name> {
  if (!isMade(failures)) return refusalsOf(take(failures), blame);
  onChanged(failures);
  return {};
}
