import type { SiteKey } from '../accounts';
import { listLiveKeys } from '../accounts';
import { maskKey } from '../credentials';
import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyJson, replyPage } from '../http';
import type { SiteState } from '../state';
import { findAccount } from '../state';
import { findSession, requireSession } from './require-session';

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account',
    answer: requireSession((_visit, state, session) => {
      const key = findFirstKey(state, session.email);
      const content = html`<h1>Account</h1>
<p>${session.email}</p>
<details>
<summary>API key</summary>
<p><code id="api-key">${key ? maskKey(key.value) : 'No active key'}</code></p>
<button id="show-key" type="button">Show key</button>
</details>
<details>
<summary>Confirm with your authenticator</summary>
<label>To add a passkey <input id="account-passkey-totp" inputmode="numeric" maxlength="6"></label>
<label>To revoke every key <input id="revoke-totp" inputmode="numeric" maxlength="6"></label>
</details>`;
      return replyPage(writePage({ title: 'Account', content, scripts: ['account.js'], signedInAs: session.email }));
    }),
  },
  { method: 'GET', path: '/api/user/key', answer: readKey },
];

/** The full key, fetched only when the person presses the button: the page itself carries the masked one. */
function readKey(visit: Visit, state: SiteState): Reply {
  const session = findSession(visit, state);
  if (!session) return replyJson(401, { ok: false });
  const key = findFirstKey(state, session.email);
  return key ? replyJson(200, { key: key.value }) : replyJson(404, { ok: false });
}

function findFirstKey(state: SiteState, email: string): SiteKey | undefined {
  const account = findAccount(state, email);
  return account && listLiveKeys(account)[0];
}
