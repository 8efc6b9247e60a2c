// Stored things moved to where only time would bring them.
import type { Inside, Latchkey } from './launch';

/** Makes the unlocked session one that ended a second ago. */
export async function expireSession(latchkey: Latchkey): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(async () => {
    const { 'session.key': session } = await chrome.storage.session.get('session.key');
    if (typeof session !== 'object') throw new Error('the vault is not unlocked');
    await chrome.storage.session.set({ 'session.key': { ...session, deadlineMs: Date.now() - 1_000 } });
  });
}

/** Puts a status in the place of the one that the worker derived last. */
export async function writeStatus(latchkey: Latchkey, status: object): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(written => chrome.storage.session.set({ status: written }), status);
}

/** Forgets the codes that went out, as two minutes do: the next sign-in need not wait for another one. */
export async function forgetUsedSteps(latchkey: Inside): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.storage.local.remove('slots'));
}

/** Forgets every sign-in there was, as a quarter of an hour does. */
export async function forgetSignIns(latchkey: Inside): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(async () => {
    await chrome.storage.local.remove(['slots', 'sign-in-attempts']);
    await chrome.storage.session.remove(['lastRun', 'skew']);
  });
}

/** Makes it so that the last so many tries at unlocking were wrong, the last of them just now. */
export async function countWrongTries(latchkey: Latchkey, count: number): Promise<void> {
  const worker = await latchkey.worker();
  const attempts = { count, lastAtMs: Date.now() };
  await worker.evaluate(written => chrome.storage.session.set({ 'unlock-attempts': written }), attempts);
}

/** Puts something in the place of what lies on the disk, as a failing one or another program does. */
export async function writeLocal(latchkey: Latchkey, items: Readonly<Record<string, unknown>>): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(written => chrome.storage.local.set(written), items);
}

/** Loses everything that lies on the disk, except what the browser keeps in databases. */
export async function clearLocal(latchkey: Latchkey): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.storage.local.clear());
}
