import { html, writePage } from '../html';
import type { Route } from '../http';
import { replyPage } from '../http';
import { requireSession } from './require-session';

export const dashboardRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/dashboard',
    answer: requireSession((_visit, _state, session) => {
      const content = html`<h1>Dashboard</h1>
<p>Signed in as <strong id="signed-in-as">${session.email}</strong>.</p>
<p><a href="/dashboard/keys">API keys</a></p>
<details>
<summary>Sign documents</summary>
<label>Code for one document <input id="ds-pass-input" inputmode="numeric" maxlength="6"></label>
<label>Code for a contract <input id="cs-pass-input" inputmode="numeric" maxlength="6"></label>
</details>`;
      return replyPage(writePage({ title: 'Dashboard', content, signedInAs: session.email }));
    }),
  },
  {
    method: 'GET',
    path: '/licence',
    answer: () => {
      const content = html`<h1>Licence</h1>
<label>Code of the licence <input id="l-totp" inputmode="numeric" maxlength="6"></label>`;
      return replyPage(writePage({ title: 'Licence', content }));
    },
  },
];
