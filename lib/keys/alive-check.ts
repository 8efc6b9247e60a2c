// What the relay's answer about a key means. Whoever asks for it, and how, is no matter of this file.
import * as v from 'valibot';
import { SECOND_MS } from '../shared/duration';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** How long it may take to say so. */
export const CHECK_WITHIN_MS = 10 * SECOND_MS;

/** How long an answer may be, in UTF-16 units: it is two words. */
const ANSWER_CAP = 1_000;

const TOO_MANY_REQUESTS = 429;

const answerSchema = v.strictObject({
  valid: v.boolean(),
  plan: v.nullish(v.pipe(v.string(), v.maxLength(64))),
});

/**
 * - `check-refused`: the relay does not know this key, or not any more.
 * - `check-offline`: nothing came back, or what came led elsewhere. `check-timeout`: nothing came in time.
 * - `check-limited`: too many questions. `check-unclear`: it answered, and not with what it is known to answer.
 */
export type KeyCheckFailure = 'check-refused' | 'check-offline' | 'check-timeout' | 'check-limited' | 'check-unclear';

/** Reads an answer of the relay: it has the key, or why nobody can say so. */
export function judgeKeyCheck(status: number, text: string): Result<null, KeyCheckFailure> {
  if (status === TOO_MANY_REQUESTS) return err('check-limited');
  if (status !== 200 || text.length > ANSWER_CAP) return err('check-unclear');
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), answerSchema), text);
  if (!answer.success) return err('check-unclear');
  return answer.output.valid ? ok(null) : err('check-refused');
}
