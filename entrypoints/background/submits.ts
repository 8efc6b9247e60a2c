// How many sign-ins were submitted of late: the site refuses the sixth within a quarter of an hour, successes included.
import { submitTimesItem } from '../../lib/browser/run-items';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { opensAgainAtMs, pruneSubmits, recordRefusal, recordSubmit } from '../../lib/signin/submits';

const enqueue = createSerialQueue();

type Changed = { readonly submits: readonly number[]; readonly isNew: boolean };

function change(make: (submits: readonly number[]) => readonly number[]): Promise<Changed> {
  return enqueue(async () => {
    const before = (await submitTimesItem.read()) ?? [];
    const submits = make(before);
    const isNew = JSON.stringify(submits) !== JSON.stringify(before);
    if (isNew) await submitTimesItem.write(submits);
    return { submits, isNew };
  });
}

/** Counts a submit, by whomever it was made; false where it was counted already. */
export async function noteSubmit(atMs: number, nowMs: number): Promise<boolean> {
  return (await change(submits => recordSubmit(submits, atMs, nowMs))).isNew;
}

/** Counts what the site's own refusal tells of: see {@link recordRefusal}. */
export async function noteRefusal(refusedAtMs: number | null, nowMs: number): Promise<void> {
  await change(submits => recordRefusal(submits, refusedAtMs, nowMs));
}

/** When the site takes a sign-in again, in milliseconds since 1970; null while it takes one now, as far as is known. */
export async function signInOpensAtMs(nowMs: number): Promise<number | null> {
  // A disk that gives nothing must not keep anybody from signing in.
  const known = await change(stored => pruneSubmits(stored, nowMs)).catch(() => null);
  return opensAgainAtMs(known?.submits ?? [], nowMs);
}
