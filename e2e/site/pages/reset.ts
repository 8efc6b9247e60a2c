import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyPage, replyRedirect } from '../http';
import type { SiteState } from '../state';
import { findAccount } from '../state';
import { writeNotFound } from './not-found';

export const resetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/auth/request-reset',
    answer: () => {
      const content = html`<h1>Lost your authenticator?</h1>
<p>The local copy sends no mail. Its operator can issue a reset link: <a href="/operator">operator page</a>.</p>`;
      return replyPage(writePage({ title: 'Reset', content }));
    },
  },
  { method: 'GET', path: '/auth/reset-confirm/:token', answer: confirmReset },
];

/** Opening the link wipes the authenticator at once, before a new one exists: the stored secret is dead from here on. */
function confirmReset(visit: Visit, state: SiteState): Reply {
  if (visit.method === 'HEAD') return replyPage(writeNotFound(), 404);
  const email = state.setups.takeReset(visit.parameters.token ?? '');
  const account = email === undefined ? undefined : findAccount(state, email);
  if (!account) return replyPage(writeNotFound(), 404);
  account.secret = undefined;
  return replyRedirect(`/auth/setup/${state.setups.issue(account.email)}`);
}
