import { html, writePage } from '../html';
import { replyPage } from '../http';
import { chooseNextPath } from '../next-path';
import { answerJsonSignIn } from '../sign-in';
import type { Layout } from './layout';
import { sha1Notice } from './sha1-notice';

/** The page of April 2026: email and code side by side, required, with the browser's own validation on. */
export const april: Layout = {
  routes: [
    {
      method: 'GET',
      path: '/auth/login',
      answer: visit => replyPage(writeLogin(chooseNextPath(visit.query))),
    },
    {
      method: 'POST',
      path: '/api/user/login',
      answer: (visit, state) => answerJsonSignIn(visit, state, { asksForKey: false }),
    },
  ],
};

function writeLogin(nextPath: string) {
  const content = html`<h1>Sign in</h1>
<form id="login-form" data-next="${nextPath}">
  <label for="email">Email</label>
  <input id="email" name="email" type="email" autocomplete="username" required autofocus>
  <label for="totp">6-digit code</label>
  <input id="totp" name="totp" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code" required>
  <div id="error" role="alert"></div>
  <button id="submit-btn" type="submit" class="primary">Sign in</button>
</form>
${sha1Notice}
<p class="aside"><a href="/auth/backup">Use a backup code</a></p>`;
  return writePage({ title: 'Sign in', content, scripts: ['april.js'] });
}
