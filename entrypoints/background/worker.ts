// What the worker is made of: the vault, the clock, and the one place that tells pages and toolbar how things stand.
import { setAlarm } from '../../lib/browser/alarms';
import { showDueCount } from '../../lib/browser/badge';
import { dueItem } from '../../lib/browser/due-item';
import { heldKeyItem } from '../../lib/browser/held-key-item';
import { randomBytes } from '../../lib/browser/random';
import { intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { seenStore } from '../../lib/browser/seen-save';
import { attemptStore, sessionStore } from '../../lib/browser/session-key';
import { statusItem } from '../../lib/browser/status';
import { t } from '../../lib/browser/text';
import { envelopeStore } from '../../lib/browser/vault-store';
import type { DueIndex } from '../../lib/keys/due-index';
import { buildDueIndex, countDue } from '../../lib/keys/due-index';
import type { SignInView, Status } from '../../lib/messages/views';
import { wipe } from '../../lib/shared/bytes';
import type { LocalDate } from '../../lib/shared/local-date';
import { localDateOf } from '../../lib/shared/local-date';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { isIntentAlive } from '../../lib/signin/intent';
import { OUTCOME_SHOWN_MS } from '../../lib/signin/outcome';
import { isKeptValid } from '../../lib/vault/kept-held-key';
import { Vault } from '../../lib/vault/vault';

export const vault = new Vault({
  store: envelopeStore,
  session: sessionStore,
  attempts: attemptStore,
  seen: seenStore,
  random: randomBytes,
  now: () => Date.now(),
});

const enqueuePublish = createSerialQueue();

/** Today in the person's own calendar. */
export function today(): LocalDate {
  return localDateOf(new Date());
}

async function viewSignIn(nowMs: number): Promise<SignInView | null> {
  const run = await runItem.read();
  if (run !== null && nowMs <= run.endsAtMs) {
    return { state: 'running', accountId: run.accountId, waitsUntilMs: run.waitsUntilMs };
  }
  const last = await lastRunItem.read();
  return last !== null && nowMs - last.endedAtMs < OUTCOME_SHOWN_MS ? { state: 'ended', ...last } : null;
}

/** The days known, or null: a disk that gives nothing must not keep anybody from being told just that. */
function readDueIndex(): Promise<DueIndex | null> {
  return dueItem.read().catch(() => null);
}

/** While unlocked the index is made anew: it follows every change of an account, a key or the policy. */
async function refreshDueIndex(): Promise<void> {
  const body = await vault.read();
  if (!body.ok) return;
  const index = buildDueIndex(body.value.accounts, body.value.policy);
  const stored = await readDueIndex();
  // Reading a vault must not depend on a disk that still takes writes.
  if (JSON.stringify(stored) !== JSON.stringify(index)) await dueItem.write(index).catch(() => undefined);
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
    signInAsked: isAsked,
    touchAskedFor: isAsked && phase === 'unlocked' ? intent.touchFor : null,
    heldUntilMs: await findHeldUntilMs(nowMs),
    rollback: await vault.rollback(),
  };
}

function nextMidnightMs(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}

async function showOnToolbar({ dueCount }: Status): Promise<void> {
  await showDueCount(dueCount, dueCount === 0 ? t('toolbar.idle') : t('toolbar.due', dueCount));
}

async function armAlarms({ locksAtMs, heldUntilMs }: Status): Promise<void> {
  await setAlarm('lock', locksAtMs);
  await setAlarm('forget-held-key', heldUntilMs);
  await setAlarm('new-day', nextMidnightMs(new Date()));
}

/**
 * Derives the status from what is stored and shows it everywhere: to pages, on the toolbar button, in the alarms. Called
 * at every start of the worker and after everything that may change it; calling it once more never hurts.
 */
export function publishStatus(): Promise<Status> {
  return enqueuePublish(async () => {
    await vault.dropExpired();
    await refreshDueIndex();
    const status = await deriveStatus();
    await statusItem.write(status);
    // The status is known by now: a toolbar or an alarm that fails must not make an act look as if it had failed.
    await Promise.allSettled([showOnToolbar(status), armAlarms(status)]);
    return status;
  });
}
