import { outcomeSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { SignInView } from '../lib/messages/views';
import { isSuccess, OUTCOME_SHOWN_MS } from '../lib/signin/outcome';
import type { Message } from './message';

/**
 * What a page says of a sign-in, or null where there is nothing to say any more. A running one is always the latest.
 * `label` is whom it signs in; null where there is only one.
 */
export function signInMessage(signIn: SignInView | null, nowMs: number, label: string | null): Message | null {
  if (signIn === null) return null;
  if (signIn.state === 'running') {
    const waits = signIn.waitsUntilMs !== null && signIn.waitsUntilMs > nowMs;
    const signing = label === null ? t('signIn.running') : t('signIn.runningAs', [label]);
    const running = signIn.mode === 'fill' ? t('signIn.filling') : signing;
    return { kind: 'status', text: waits ? t('signIn.waiting') : running, atMs: Number.POSITIVE_INFINITY };
  }
  if (nowMs - signIn.endedAtMs >= OUTCOME_SHOWN_MS) return null;
  const outcome = { code: signIn.outcome, details: signIn.details };
  return { kind: isSuccess(outcome) ? 'status' : 'alert', text: outcomeSentence(outcome), atMs: signIn.endedAtMs };
}

/** The later of two. */
export function latestOf(a: Message | null, b: Message | null): Message | null {
  if (a === null || b === null) return a ?? b;
  return b.atMs >= a.atMs ? b : a;
}
