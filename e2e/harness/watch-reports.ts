// What the script on the login page tells the worker that it sees.
import type { Snapshot } from '../../lib/signin/snapshot';
import type { Inside } from './launch';

type Noting = { snapshots?: Snapshot[] };

/** Notes every snapshot that the worker is sent from now on, for as long as this worker lives. */
export async function watchReports(latchkey: Inside): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => {
    const noted: Snapshot[] = [];
    (globalThis as unknown as Noting).snapshots = noted;
    chrome.runtime.onMessage.addListener(message => {
      const { name, input } = message as { name?: string; input?: { report?: { snapshot?: Snapshot } } };
      if (name === 'signin.step' && input?.report?.snapshot !== undefined) noted.push(input.report.snapshot);
    });
  });
}

/** The snapshots noted so far. */
export async function readReports(latchkey: Inside): Promise<readonly Snapshot[]> {
  const worker = await latchkey.worker();
  return worker.evaluate(() => (globalThis as unknown as Noting).snapshots ?? []);
}

/** Forgets what was noted so far. */
export async function forgetReports(latchkey: Inside): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => {
    (globalThis as unknown as Noting).snapshots?.splice(0);
  });
}
