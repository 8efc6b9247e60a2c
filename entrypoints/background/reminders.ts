// What the worker knows of keys and tells of them, locked or not. Invariant: what is stored names nobody, and what is shown
// of it outside Latchkey is counts.
import { dueItem } from '../../lib/browser/due-item';
import { notifyDue } from '../../lib/browser/notify';
import { t } from '../../lib/browser/text';
import type { DueIndex } from '../../lib/keys/due-index';
import { buildDueIndex, countDue, countDueSoon } from '../../lib/keys/due-index';
import type { Look } from '../../lib/keys/reminders';
import { lookForReminder, markShown, REMIND_FROM_HOUR } from '../../lib/keys/reminders';
import type { LocalDate } from '../../lib/shared/local-date';
import { localDateOf } from '../../lib/shared/local-date';
import type { VaultBody } from '../../lib/vault/body';
import { policyInForce } from './policy-in-force';

/** The days known, or null: a disk that gives nothing must not keep anybody from being told just that. */
export function readDueIndex(): Promise<DueIndex | null> {
  return dueItem.read().catch(() => null);
}

/** Makes the index anew, as is done while unlocked: it follows every change of an account, a key or the policy. */
export async function refreshDueIndex(body: VaultBody, today: LocalDate): Promise<void> {
  const stored = await readDueIndex();
  const index = buildDueIndex(body.accounts, await policyInForce(body), stored, today);
  // Reading a vault must not depend on a disk that still takes writes.
  if (JSON.stringify(stored) !== JSON.stringify(index)) await dueItem.write(index).catch(() => undefined);
}

/** What a number of due keys and keys that soon are is called; the extension's name where there are none. */
function dueWords(dueCount: number, soonCount: number): string {
  if (dueCount > 0) return t('toolbar.due', dueCount);
  return soonCount > 0 ? t('toolbar.soon', soonCount) : t('toolbar.idle');
}

/** How the toolbar button says on a day how keys stand. */
export function dueTitle(index: DueIndex | null, today: LocalDate): string {
  return index === null ? t('toolbar.idle') : dueWords(countDue(index, today), countDueSoon(index, today));
}

async function show({ dueCount, soonCount }: NonNullable<Look['tell']>): Promise<void> {
  const both = dueCount > 0 && soonCount > 0;
  const words = both
    ? t('reminder.both', [dueWords(dueCount, 0), dueWords(0, soonCount)])
    : dueWords(dueCount, soonCount);
  await notifyDue(words, t('reminder.open'));
}

/**
 * Shows the reminder that is to be shown now, if any. What is stored first says that it was, so that one that a disk does
 * not take down is not shown with every message anew; a worker that dies in between makes up for it.
 */
export async function remind(now: Date): Promise<void> {
  const stored = await readDueIndex();
  if (stored === null) return;
  const { index, tell } = lookForReminder(stored, { today: localDateOf(now), hour: now.getHours() });
  if (JSON.stringify(stored) !== JSON.stringify(index)) await dueItem.write(index);
  if (tell === null) return;
  await show(tell);
  await dueItem.write(markShown(index));
}

/** When to look again: at nine on this day, or on the next one. */
export function nextReminderMs(now: Date): number {
  const daysAhead = now.getHours() < REMIND_FROM_HOUR ? 0 : 1;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, REMIND_FROM_HOUR).getTime();
}
