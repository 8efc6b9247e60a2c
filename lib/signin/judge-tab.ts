import { SECOND_MS } from '../shared/duration';
import type { Outcome } from './outcome';
import { outcome } from './outcome';
import type { Run } from './run';
import { isLoginUrl, isSignedInUrl, pathOnSite } from './site';

/** What one look at a run's tab shows. `url` is null where Latchkey may not see it; `answers`: the login page's script does. */
export type TabLook =
  | { readonly state: 'closed' | 'loading' }
  | { readonly state: 'complete'; readonly url: string | null; readonly answers: boolean };

/** A page that is just being exchanged is silent for a moment; one that is gone stays silent. */
const SILENT_LOOKS = 3;
/** The script speaks twice a second: one that has said nothing for so long is gone, or its page hangs. */
const HEARD_WITHIN_MS = 15 * SECOND_MS;

/**
 * How a run ends whose tab came to rest away from the login page. Where the URL may not be seen, what the login page said
 * on its way out has to do.
 */
export function concludeAway(run: Run, url: string | null): Outcome {
  if (!run.submitted) return outcome(run.written.includes('code') ? 'unconfirmed' : 'page-changed');
  if (url === null) return outcome(run.leaving === 'signed-in' ? 'signed-in' : 'unconfirmed');
  if (isSignedInUrl(url)) return outcome('signed-in');
  const path = pathOnSite(url);
  // Anywhere else on the site a sign-in may have led, or a click on something else.
  return outcome(path === null || path.startsWith('/auth/') ? 'page-changed' : 'unconfirmed');
}

/** Whether a look found the tab away from the login page without being able to see where. */
export function isSilent(look: TabLook): boolean {
  return look.state === 'complete' && look.url === null && !look.answers;
}

/** How a run has ended, judged by its tab and the clock, or null while it goes on. `silentLooks` counts this one. */
export function judgeTab(run: Run, look: TabLook, silentLooks: number, nowMs: number): Outcome | null {
  if (look.state === 'closed') return outcome('cancelled');
  if (look.state === 'complete' && look.url !== null && !isLoginUrl(look.url)) return concludeAway(run, look.url);
  if (silentLooks >= SILENT_LOOKS) return concludeAway(run, null);
  if (nowMs > run.endsAtMs) return outcome('timed-out');
  const isMute = look.state === 'complete' && nowMs - run.heardAtMs > HEARD_WITHIN_MS;
  return isMute ? outcome('page-unreachable') : null;
}
