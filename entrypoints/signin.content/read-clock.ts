import type { ClockReading } from '../../lib/shared/clock-reading';

const ANSWER_WITHIN_MS = 5_000;
/** More than this between two clocks of one computer: one of them was set meanwhile. */
const CLOCK_WAS_SET_MS = 500;
/** The browser notes a request a moment after it was asked for. */
const NOTED_WITHIN_MS = 100;

let askedAt: number | null = null;

/**
 * Asks the site for the time, once a run and beside everything else: the answer's `Date` header is the one place where a
 * visitor can learn how wrong their own clock is. Null where nothing can be learnt.
 */
export async function readClock(): Promise<ClockReading | null> {
  const sentAtMs = Date.now();
  const startedAt = performance.now();
  askedAt = startedAt;
  try {
    // The whole address: a page's `<base>` would send a path to wherever it likes.
    const answer = await fetch(`${location.origin}${location.pathname}`, {
      method: 'HEAD',
      mode: 'same-origin',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const receivedAtMs = Date.now();
    const siteMs = Date.parse(answer.headers.get('Date') ?? '');
    const wasSet = Math.abs(receivedAtMs - sentAtMs - (performance.now() - startedAt)) > CLOCK_WAS_SET_MS;
    // An answer out of somebody's cache, or made by the page's own service worker, tells no time.
    const isFresh = answer.type === 'basic' && Number(answer.headers.get('Age') ?? 0) === 0;
    return Number.isNaN(siteMs) || wasSet || !isFresh ? null : { sentAtMs, receivedAtMs, siteMs };
  } catch {
    return null;
  }
}

/** Whether a request that the browser has noted is the one for the time, which says nothing about a sign-in. */
export function isClockRequest({ name, startTime }: PerformanceResourceTiming): boolean {
  if (askedAt === null || startTime < askedAt || startTime > askedAt + NOTED_WITHIN_MS) return false;
  return name === `${location.origin}${location.pathname}`;
}
