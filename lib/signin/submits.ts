import { MINUTE_MS, SECOND_MS } from '../shared/duration';
import { isTimeMs } from '../shared/time-ms';

/** What the site allows from one address, successes included: the one after these is refused. */
export const SUBMITS_ALLOWED = 5;
export const SUBMIT_WINDOW_MS = 15 * MINUTE_MS;

/** The same submit is heard of twice: as our own press, and as the page's request. */
const SAME_SUBMIT_MS = 2 * SECOND_MS;
/** More than the site lets anybody make: a bound for what a page could say. */
const MOST_KEPT = 50;

/** The times of recent submits as found in storage, oldest first; what is no time is no submit. */
export function readSubmits(stored: unknown): readonly number[] {
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(isTimeMs)
    .toSorted((a, b) => a - b)
    .slice(-MOST_KEPT);
}

/**
 * Those of the last quarter of an hour, by this computer's clock in milliseconds. A time that lies ahead is of before the
 * clock was set back: how long ago nobody knows, so it counts as now, and the list that comes out is the one to keep.
 */
export function pruneSubmits(submits: readonly number[], nowMs: number): readonly number[] {
  return submits.map(atMs => Math.min(atMs, nowMs)).filter(atMs => nowMs - atMs < SUBMIT_WINDOW_MS);
}

/** The list with one more submit, pruned. One that was heard of already is not counted again. */
export function recordSubmit(submits: readonly number[], atMs: number, nowMs: number): readonly number[] {
  const kept = pruneSubmits(submits, nowMs);
  const submitMs = Math.min(atMs, nowMs);
  if (nowMs - submitMs >= SUBMIT_WINDOW_MS) return kept;
  if (kept.some(other => Math.abs(other - submitMs) < SAME_SUBMIT_MS)) return kept;
  return [...kept, submitMs].toSorted((a, b) => a - b).slice(-MOST_KEPT);
}

/**
 * When the site takes the next submit again, in milliseconds since 1970; null while it takes one now, as far as this
 * browser knows: others behind the same address are not counted here.
 */
export function opensAgainAtMs(submits: readonly number[], nowMs: number): number | null {
  const recent = pruneSubmits(submits, nowMs);
  const oldestThatCounts = recent.at(-SUBMITS_ALLOWED);
  return oldestThatCounts === undefined ? null : oldestThatCounts + SUBMIT_WINDOW_MS;
}

/**
 * The list after the site itself has refused a submit, which it does not count: that one, at `refusedAtMs`, is gone (null:
 * it was none of ours). Where fewer are known than it allows, others behind the same address made the rest, the first of
 * ours or now at the latest.
 */
export function recordRefusal(
  submits: readonly number[],
  refusedAtMs: number | null,
  nowMs: number,
): readonly number[] {
  const counted = pruneSubmits(submits, nowMs).filter(atMs => atMs !== refusedAtMs);
  const unknown = Math.max(0, SUBMITS_ALLOWED - counted.length);
  return [...Array.from({ length: unknown }, () => counted[0] ?? nowMs), ...counted];
}
