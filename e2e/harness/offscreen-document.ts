import type { Latchkey } from './launch';
import { waitUntil } from './wait';

/** Gives a function that waits until an offscreen document, opened from now on, has done its work and is closed. */
export async function watchOffscreenDocument({ context }: Latchkey): Promise<() => Promise<void>> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('this Playwright gives no browser for a persistent context');
  const open = new Set<string>();
  let closed = false;
  const onSeen = ({ targetInfo: { targetId, url } }: { targetInfo: { targetId: string; url: string } }) => {
    if (url.endsWith('/offscreen.html')) open.add(targetId);
  };
  session.on('Target.targetCreated', onSeen);
  session.on('Target.targetInfoChanged', onSeen);
  session.on('Target.targetDestroyed', ({ targetId }) => {
    closed ||= open.has(targetId);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  return async () => {
    await waitUntil('the offscreen document to have come and gone', async () => closed);
    await session.detach();
  };
}
