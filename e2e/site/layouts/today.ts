import { html, writePage } from '../html';
import { replyJson, replyPage } from '../http';
import { chooseNextPath } from '../next-path';
import { answerJsonSignIn } from '../sign-in';
import type { Layout } from './layout';
import { sha1Notice } from './sha1-notice';

/**
 * The page people meet today: email, then a primary passkey button, then a code block that a second button reveals.
 * No API key, and a form without action or method: before its script runs, a submit is a native GET with the values in the address.
 */
export const today: Layout = {
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
    {
      method: 'POST',
      path: '/api/user/passkey/begin',
      answer: () => replyJson(501, { ok: false }),
    },
  ],
};

function writeLogin(nextPath: string) {
  const content = html`<h1>Sign in</h1>
<form id="login-form" novalidate data-next="${nextPath}">
  <label for="email">Email</label>
  <input id="email" name="email" type="email" autocomplete="username" autofocus>
  <button id="passkey-login-btn" type="button" class="primary">Sign in with a passkey</button>
  <button id="show-code-btn" type="button" aria-controls="code-fields" aria-expanded="false">Sign in with a 6-digit code</button>
  <div id="code-fields" hidden>
    <label for="totp">6-digit code</label>
    <input id="totp" name="totp" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code">
    <button id="submit-btn" type="submit">Sign in</button>
  </div>
  <div id="error" role="alert"></div>
  <button id="passkey-other-btn" type="button" class="link">Use a passkey on another device</button>
</form>
${sha1Notice}
<p class="aside"><a href="/auth/backup">Use a backup code</a> <a href="/auth/request-reset">Lost your authenticator?</a></p>`;
  return writePage({ title: 'Sign in', content, scripts: ['today.js'] });
}
