import { failureSentence } from '../lib/browser/sentences';
import type { Failure } from '../lib/messages/failures';
import type { Say } from './use-message';

/** Says that something was done, and of what it has left behind. */
export function sayChanged(say: Say, text: string, leftOver: readonly Failure[]): void {
  if (leftOver.length === 0) say.status(text);
  else say.alert([text, ...leftOver.map(failureSentence)].join(' '));
}
