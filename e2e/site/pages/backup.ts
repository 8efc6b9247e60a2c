import { listLiveKeys } from '../accounts';
import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyJson, replyPage } from '../http';
import { writeSessionCookie } from '../sessions';
import { takeAttempt } from '../sign-in';
import type { SiteState } from '../state';
import { findAccount } from '../state';

export const backupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/auth/backup',
    answer: () => {
      const content = html`<h1>Sign in with a backup code</h1>
<form id="backup-form" novalidate>
  <label for="email">Email</label>
  <input id="email" name="email" type="email" autocomplete="username" autofocus>
  <label for="code">Backup code</label>
  <input id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX">
  <div id="error" role="alert"></div>
  <button id="submit-btn" type="submit" class="primary">Sign in</button>
</form>
<p class="aside"><a href="/auth/login">Back to sign-in</a></p>`;
      return replyPage(writePage({ title: 'Backup code', content, scripts: ['backup.js'] }));
    },
  },
  { method: 'POST', path: '/api/user/backup', answer: signInWithBackupCode },
];

/** A backup code stands in for the authenticator, once. It counts as an attempt to sign in like any other. */
function signInWithBackupCode(visit: Visit, state: SiteState): Reply {
  const { email = '', code = '' } = visit.fields;
  if (!takeAttempt(email, visit, state)) return replyJson(429, { ok: false });
  const account = findAccount(state, email);
  if (!account || listLiveKeys(account).length === 0) return replyJson(401, { ok: false });
  if (!account.backupCodes.delete(code.trim())) return replyJson(401, { ok: false });
  const session = state.sessions.start(account.email, visit.nowMs);
  return replyJson(200, { ok: true }, [writeSessionCookie(session)]);
}
