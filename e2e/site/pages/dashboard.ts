import { html, writePage } from '../html';
import { type Route, replyPage } from '../http';
import { requireSession } from './require-session';

export const dashboardRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dashboard',
    answer: requireSession((_visit, _state, session) => {
      const content = html`<h1>Dashboard</h1>
<p>Signed in as <strong id="signed-in-as">${session.email}</strong>.</p>
<p><a href="/dashboard/keys">API keys</a></p>`;
      return replyPage(writePage({ title: 'Dashboard', content, signedInAs: session.email }));
    }),
  },
];
