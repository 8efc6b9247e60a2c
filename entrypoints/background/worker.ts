// What the worker is made of: the vault, the clock, and the one place that tells pages and toolbar how things stand.
import { setAlarm } from '../../lib/browser/alarms';
import { showDueCount } from '../../lib/browser/badge';
import { dueItem } from '../../lib/browser/due-item';
import { intentItem, lastRunItem, runItem } from '../../lib/browser/run-items';
import { sessionStore } from '../../lib/browser/session-key';
import { statusItem } from '../../lib/browser/status';
import { t } from '../../lib/browser/text';
import { localEnvelopeStore } from '../../lib/browser/vault-store';
import { buildDueIndex, countDue } from '../../lib/keys/due-index';
import type { SignInView, Status } from '../../lib/messages/views';
import type { RandomBytes } from '../../lib/shared/bytes';
import { hexEncode } from '../../lib/shared/bytes';
import { MINUTE_MS } from '../../lib/shared/duration';
import type { LocalDate } from '../../lib/shared/local-date';
import { localDateOf } from '../../lib/shared/local-date';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import { Vault } from '../../lib/vault/vault';

const OUTCOME_SHOWN_FOR_MS = 5 * MINUTE_MS;

const random: RandomBytes = byteCount => crypto.getRandomValues(new Uint8Array(byteCount));

export const vault = new Vault({ store: localEnvelopeStore, session: sessionStore, random, now: () => Date.now() });

const enqueuePublish = createSerialQueue();

/** Today in the person's own calendar. */
export function today(): LocalDate {
  return localDateOf(new Date());
}

/** A random id of 128 bits, as text. */
export function makeId(): string {
  return hexEncode(random(16));
}

async function viewSignIn(nowMs: number): Promise<SignInView | null> {
  const run = await runItem.read();
  if (run !== null && nowMs <= run.endsAtMs) {
    return { state: 'running', accountId: run.accountId, waitsUntilMs: run.waitsUntilMs };
  }
  const last = await lastRunItem.read();
  return last !== null && nowMs - last.endedAtMs < OUTCOME_SHOWN_FOR_MS ? { state: 'ended', ...last } : null;
}

async function deriveStatus(): Promise<Status> {
  const nowMs = Date.now();
  await vault.dropExpired();
  const phase = await vault.phase();
  const body = phase === 'unlocked' ? await vault.read() : null;
  if (body?.ok) await dueItem.write(buildDueIndex(body.value.accounts, body.value.policy));
  const due = await dueItem.read();
  return {
    phase,
    locksAtMs: await vault.locksAtMs(),
    dueCount: due === null ? 0 : countDue(due, today()),
    revision: vault.generation(),
    signIn: await viewSignIn(nowMs),
    signInAsked: (await intentItem.read()) !== null,
  };
}

function nextMidnightMs(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}

/**
 * Derives the status from what is stored and shows it everywhere: to pages, on the toolbar button, in the alarms. Called
 * at every start of the worker and after everything that may change it; calling it once more never hurts.
 */
export function publishStatus(): Promise<Status> {
  return enqueuePublish(async () => {
    const status = await deriveStatus();
    await statusItem.write(status);
    const title = status.dueCount === 0 ? t('toolbar.idle') : t('toolbar.due', status.dueCount);
    await showDueCount(status.dueCount, title);
    await setAlarm('lock', status.locksAtMs);
    await setAlarm('new-day', nextMidnightMs(new Date()));
    return status;
  });
}

/** Locks at once, whatever else is going on. */
export async function lockNow(): Promise<void> {
  await vault.lock();
  await publishStatus();
}
