import type { Latchkey } from './launch';
import { waitUntil } from './wait';

/**
 * Ends the browser as no program can foresee: every process of it at once, by SIGKILL. Playwright has started it in a
 * process group of its own, so nothing else is hit.
 */
export async function killBrowser({ context }: Latchkey): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('the browser does not say which process it is');
  process.kill(-pid, 'SIGKILL');
  await waitUntil('the end of the browser', async () => !isAlive(-pid));
}

/** Whether a process is there, or any of a group where the number is negative. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
