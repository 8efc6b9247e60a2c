import type { Reply, Route, Visit } from '../http';
import { replyRedirect } from '../http';
import { SESSION_COOKIE, writeEndedSessionCookie } from '../sessions';
import type { SiteState } from '../state';

export const signOutRoutes: readonly Route[] = [
  { method: 'GET', path: '/auth/logout', answer: signOut },
  { method: 'POST', path: '/auth/logout', answer: signOut },
];

function signOut(visit: Visit, state: SiteState): Reply {
  // A HEAD is a look, not a wish.
  if (visit.method !== 'HEAD') state.sessions.end(visit.cookies[SESSION_COOKIE]);
  return replyRedirect('/auth/login', [writeEndedSessionCookie()]);
}
