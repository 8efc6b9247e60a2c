import type { Page } from 'playwright';
import type { Latchkey } from './launch';
import { BUILD, SITE_ORIGIN } from './launch';

/** Stops the extension's worker as the browser does when it has been idle; the next event starts a new one. */
export async function killWorker({ context }: Latchkey, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Loads the extension anew over the running one, as an update does: its pages close and its session is gone. */
export async function reloadExtension({ context }: Latchkey): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  await browser?.send('Extensions.loadUnpacked', { path: BUILD });
}

const HOLD_MS = 200;

/**
 * Kills the worker whenever the login page was written to or pressed, so that every next step of a run meets a dead one.
 * The page's thread is held meanwhile, or the next step would sometimes get through to the dying one.
 * Gives a function that says how often it happened.
 */
export async function killWorkerBeforeEveryStep(latchkey: Latchkey, page: Page): Promise<() => number> {
  let kills = 0;
  await page.exposeBinding('killWorker', async () => {
    kills++;
    await killWorker(latchkey, page);
  });
  await page.addInitScript(
    ({ holdMs, origin }) => {
      if (location.origin !== origin) return;
      const kill = () => {
        (globalThis as unknown as { killWorker(): void }).killWorker();
        const until = performance.now() + holdMs;
        while (performance.now() < until);
      };
      addEventListener('input', kill, true);
      addEventListener('click', kill, true);
    },
    { holdMs: HOLD_MS, origin: SITE_ORIGIN },
  );
  return () => kills;
}
