import type { Failure, FailureCode } from '../lib/messages/failures';
import { refusalsOf } from './refusals';
import type { Refusals } from './use-submit';

/** Hears that a change was made, and of what it has left behind: nothing, or copies that are replaced later. */
export type OnChanged = (leftOver: readonly Failure[]) => void;

/** What stood in the way of a change to the ways in. Where nothing did, `onChanged` hears of it. */
export function settleChange<Name extends string>(
  failures: readonly Failure[],
  blame: Partial<Record<FailureCode, Name>>,
  onChanged: OnChanged,
): Refusals<Name> {
  const isMade = failures.every(({ code }) => code === 'older-copies-remain');
  if (!isMade) return refusalsOf(failures, blame);
  onChanged(failures);
  return {};
}
