// What the worker is made of: the vault, the clock, and the one place that tells pages and toolbar how things stand.
import { setAlarm } from '../../lib/browser/alarms';
import { showDueCount } from '../../lib/browser/badge';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { clearEverywhere } from '../../lib/browser/login-tab';
import { readManagedAtOnce } from '../../lib/browser/managed-storage';
import { randomBytes } from '../../lib/browser/random';
import { intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { seenStore } from '../../lib/browser/seen-save';
import { attemptStore, sessionStore } from '../../lib/browser/session-key';
import { statusItem } from '../../lib/browser/status';
import { iconOf, showIcon } from '../../lib/browser/toolbar-icon';
import { envelopeStore } from '../../lib/browser/vault-store';
import { countDue } from '../../lib/keys/due-index';
import type { SignInView, Status } from '../../lib/messages/views';
import { wipe } from '../../lib/shared/bytes';
import type { LocalDate } from '../../lib/shared/local-date';
import { localDateOf } from '../../lib/shared/local-date';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { isIntentAlive } from '../../lib/signin/intent';
import { OUTCOME_SHOWN_MS } from '../../lib/signin/outcome';
import { isKeptValid } from '../../lib/vault/kept-held-key';
import { Vault } from '../../lib/vault/vault';
import { dueTitle, nextReminderMs, readDueIndex, refreshDueIndex, remind } from './reminders';
import { signInOpensAtMs } from './submits';

export const vault = new Vault({
  store: envelopeStore,
  session: sessionStore,
  attempts: attemptStore,
  seen: seenStore,
  random: randomBytes,
  now: () => Date.now(),
  managed: readManagedAtOnce,
});

const enqueuePublish = createSerialQueue();

/** Today in the person's own calendar. */
export function today(): LocalDate {
  return localDateOf(new Date());
}

async function viewSignIn(nowMs: number): Promise<SignInView | null> {
  const run = await runItem.read();
  if (run !== null && nowMs <= run.endsAtMs) {
    return { state: 'running', accountId: run.accountId, mode: run.mode, waitsUntilMs: run.waitsUntilMs };
  }
  const last = await lastRunItem.read();
  return last !== null && nowMs - last.endedAtMs < OUTCOME_SHOWN_MS ? { state: 'ended', ...last } : null;
}

/** Until when a touch of a passkey serves, or null. What may not be used any more is dropped. */
async function findHeldUntilMs(nowMs: number): Promise<number | null> {
  const kept = await heldKeyItem.read();
  if (kept === null) return null;
  wipe(kept.heldKey);
  if (isKeptValid(kept, nowMs, await vault.unlockedAtMs())) return kept.untilMs;
  await heldKeyItem.clear();
  return null;
}

async function deriveStatus(): Promise<Status> {
  const nowMs = Date.now();
  const due = await readDueIndex();
  const intent = await intentItem.read();
  const phase = await vault.phase();
  const isAsked = intent !== null && isIntentAlive(intent, nowMs);
  return {
    phase,
    locksAtMs: await vault.locksAtMs(),
    dueCount: due === null ? 0 : countDue(due, today()),
    revision: vault.generation(),
    signIn: await viewSignIn(nowMs),
    signInOpensAtMs: await signInOpensAtMs(nowMs),
    signInAsked: isAsked,
    touchAskedFor: isAsked && phase === 'unlocked' ? intent.touchFor : null,
    heldUntilMs: await findHeldUntilMs(nowMs),
    rollback: await vault.rollback(),
  };
}

function nextMidnightMs(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}

async function showOnToolbar({ phase, dueCount }: Status): Promise<void> {
  await showDueCount(dueCount, dueTitle(await readDueIndex(), today()));
  await showIcon(iconOf(phase, dueCount));
}

async function armAlarms({ locksAtMs, heldUntilMs }: Status): Promise<void> {
  await setAlarm('lock', locksAtMs);
  await setAlarm('forget-held-key', heldUntilMs);
  await setAlarm('new-day', nextMidnightMs(new Date()));
  await setAlarm('remind', nextReminderMs(new Date()));
}

/**
 * Derives the status from what is stored and shows it everywhere: to pages, on the toolbar button, in the alarms. Called
 * at every start of the worker and after everything that may change it; calling it once more never hurts.
 */
export function publishStatus(): Promise<Status> {
  return enqueuePublish(async () => {
    await vault.dropExpired();
    const body = await vault.read();
    if (body.ok) await refreshDueIndex(body.value, today());
    const before = await statusItem.read();
    const status = await deriveStatus();
    await statusItem.write(status);
    // However it was locked. Not waited for, since a busy page takes its time.
    if (before?.phase === 'unlocked' && status.phase !== 'unlocked') void clearEverywhere().catch(() => undefined);
    // The status is known by now: a toolbar or an alarm that fails must not make an act look as if it had failed.
    await Promise.allSettled([showOnToolbar(status), armAlarms(status), remind(new Date())]);
    return status;
  });
}
