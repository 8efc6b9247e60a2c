// Who shows what was decrypted, told by a Web Lock: a page holds it, with the others, from before it asks for any of that
// until it has taken it out of its document. The worker can so wait for all pages without knowing one of them, and a page
// that dies lets go. Invariant: nothing decrypted is shown without the lock.
import { SECOND_MS } from '../shared/duration';
import { forgetLastMatch } from '../shared/forget-last-match';

const SHOWN = 'latchkey/shown';
/** A page that hangs must not keep a lock from being reported. */
const WAIT_MS = 2 * SECOND_MS;

/** Calls back once this page may show what was decrypted, and counts it as showing that until the signal aborts. */
export async function holdShown(onHeld: () => void, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(SHOWN, { mode: 'shared', signal }, async () => {
      if (signal.aborted) return;
      onHeld();
      await new Promise(resolve => signal.addEventListener('abort', resolve));
      forgetLastMatch();
    });
  } catch (error) {
    // Given up while it waited.
    if (!signal.aborted) throw error;
  }
}

/** Resolves once no page shows anything decrypted any more, or when a page has not let go of it for `waitMs`. */
export async function untilNothingIsShown(waitMs = WAIT_MS): Promise<void> {
  const signal = AbortSignal.timeout(waitMs);
  await navigator.locks.request(SHOWN, { signal }, () => undefined).catch(() => undefined);
}
