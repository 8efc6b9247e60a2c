// Stored things moved to where only time would bring them.
import type { Latchkey } from './launch';

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
export async function forgetUsedSteps(latchkey: Latchkey): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.storage.local.remove('slots'));
}
