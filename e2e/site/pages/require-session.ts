import type { Reply, Visit } from '../http';
import { replyRedirect } from '../http';
import { writeLoginPath } from '../next-path';
import type { Session } from '../sessions';
import { SESSION_COOKIE } from '../sessions';
import type { SiteState } from '../state';

/** The visitor's live session, if any. */
export function findSession(visit: Visit, state: SiteState): Session | undefined {
  return state.sessions.find(visit.cookies[SESSION_COOKIE], visit.nowMs);
}

/** Wraps an answer for signed-in people; everybody else is led to the login page and back again. */
export function requireSession(answer: (visit: Visit, state: SiteState, session: Session) => Reply) {
  return (visit: Visit, state: SiteState): Reply => {
    const session = findSession(visit, state);
    if (session) return answer(visit, state, session);
    // A POST cannot be repeated after signing in, so it leads to the page it was sent from.
    const back = visit.method === 'POST' ? visit.path.replace(/\/[^/]+$/, '') : visit.path;
    return replyRedirect(writeLoginPath(back));
  };
}
