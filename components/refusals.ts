import { failureSentence } from '../lib/browser/sentences';
import type { Failure, FailureCode } from '../lib/messages/failures';
import type { Refusals } from './use-submit';

/** What each field of a password form is blamed for; anything else is said of the form as a whole. */
type Blame<Name extends string> = Partial<Record<FailureCode, Name>>;

/** The worker's failures as sentences: at the field that a failure names, else at the one its code is blamed on. */
export function refusalsOf<Name extends string>(failures: readonly Failure[], blame: Blame<Name> = {}): Refusals<Name> {
  const refusals: Partial<Record<string, string>> = {};
  for (const failure of failures) {
    const place = failure.field ?? blame[failure.code] ?? 'form';
    refusals[place] ??= failureSentence(failure);
  }
  return refusals as Refusals<Name>;
}
