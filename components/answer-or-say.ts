import type { Failure } from '../lib/messages/failures';
import type { Result } from '../lib/shared/result';
import type { Say } from './use-message';

/** What a reply brought, or null where it brought why not, which is said then. */
export async function answerOrSay<T>(
  reply: Promise<Result<T, readonly Failure[]>>,
  say: Pick<Say, 'failures'>,
): Promise<T | null> {
  const given = await reply;
  if (given.ok) return given.value;
  say.failures(given.error);
  return null;
}
