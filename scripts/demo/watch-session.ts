import type { BrowserContext, Response } from 'playwright';
import { SITE_ORIGIN } from '../../e2e/harness/launch';
import { startsSession } from './session-cookie';

/** Whether the site has signed this browser in, which only the site can say. */
export type SessionWatch = { isStarted(): boolean; readonly started: Promise<void> };

/** Watches the site's answers for the one that sets its session cookie. Nothing the pages or we say counts. */
export function watchSession(context: BrowserContext): SessionWatch {
  let isStarted = false;
  const started = new Promise<void>(resolve => {
    context.on('response', async response => {
      if (isStarted || !(await beginsSession(response))) return;
      isStarted = true;
      resolve();
    });
  });
  return { isStarted: () => isStarted, started };
}

async function beginsSession(response: Response): Promise<boolean> {
  if (new URL(response.url()).origin !== SITE_ORIGIN) return false;
  // The browser may be closed before it has told all about a response.
  const headers = await response.headersArray().catch(() => []);
  return headers.some(({ name, value }) => name.toLowerCase() === 'set-cookie' && startsSession(value, Date.now()));
}
