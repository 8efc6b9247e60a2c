// The process of a page may be in other hands: a flood from there must not keep the worker from its own.
import { SECOND_MS } from '../../lib/shared/duration';
import type { IdentifiedCaller, Sender } from './caller';

/** A run reports some 25 times a second where the page changes all the time. */
const MOST_PER_SECOND = 100;

type Identify = (sender: Sender) => IdentifiedCaller | null;

/** The same judgement of a sender, and null also where its tab has spoken too often within this second. */
export function limitCallers(identify: Identify, nowMs: () => number): Identify {
  const counts = new Map<number, number>();
  let sinceMs = Number.NEGATIVE_INFINITY;
  return sender => {
    const identified = identify(sender);
    if (identified?.caller !== 'login-page') return identified;
    const elapsedMs = nowMs() - sinceMs;
    if (elapsedMs < 0 || elapsedMs >= SECOND_MS) {
      counts.clear();
      sinceMs = nowMs();
    }
    const { tabId } = identified.document;
    const count = (counts.get(tabId) ?? 0) + 1;
    counts.set(tabId, count);
    return count > MOST_PER_SECOND ? null : identified;
  };
}
