import { encodeQR } from 'qr';
import { acceptCode } from '../check-credentials';
import { generateBackupCodes, writeOtpauthUri } from '../credentials';
import type { Html } from '../html';
import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyJson, replyPage } from '../http';
import { writeSessionCookie } from '../sessions';
import type { SiteState } from '../state';
import { findAccount } from '../state';
import { writeNotFound } from './not-found';

export const setupRoutes: readonly Route[] = [
  { method: 'GET', path: '/auth/setup/:token', answer: showSetup },
  { method: 'GET', path: '/api/auth/setup/:token', answer: readSetup },
  { method: 'POST', path: '/api/auth/setup/:token', answer: confirmSetup },
];

function findSetup(visit: Visit, state: SiteState) {
  return state.setups.find(visit.parameters.token ?? '');
}

function showSetup(visit: Visit, state: SiteState): Reply {
  return findSetup(visit, state) ? replyPage(writeSetup()) : replyPage(writeNotFound(), 404);
}

/** What the page asks for when the person has chosen an authenticator app. */
function readSetup(visit: Visit, state: SiteState): Reply {
  const setup = findSetup(visit, state);
  if (!setup) return replyJson(404, { ok: false });
  const uri = writeOtpauthUri(setup.email, setup.secret);
  const gif = Buffer.from(encodeQR(uri, 'gif', { ecc: 'medium', scale: 4 })).toString('base64');
  return replyJson(200, { uri, secret: setup.secret, image: `data:image/gif;base64,${gif}` });
}

/** The first right code makes the new secret the account's, signs in, and uses up its time step like any other code. */
function confirmSetup(visit: Visit, state: SiteState): Reply {
  const setup = findSetup(visit, state);
  const account = setup && findAccount(state, setup.email);
  if (!account) return replyJson(404, { ok: false });
  if (!acceptCode(account, setup.secret, visit.fields.code?.trim() ?? '', visit.nowMs))
    return replyJson(401, { ok: false });
  const backupCodes = generateBackupCodes();
  account.secret = setup.secret;
  account.backupCodes.clear();
  for (const code of backupCodes) account.backupCodes.add(code);
  state.setups.finish(visit.parameters.token ?? '');
  const session = state.sessions.start(account.email, visit.nowMs);
  return replyJson(200, { backupCodes }, [writeSessionCookie(session)]);
}

function writeSetup(): Html {
  const content = html`<h1>Set up sign-in</h1>
<section id="choice">
  <p>How do you want to prove that it is you?</p>
  <button id="passkey-register-btn" type="button" class="primary">Use a passkey</button>
  <button id="start-btn" type="button">Use an authenticator app</button>
</section>
<section id="enrol" hidden>
  <p>Scan this with your authenticator app, or type the secret.</p>
  <div id="qr-code"></div>
  <p><code id="secret-display"></code></p>
  <label for="verify-code">Code from the app</label>
  <input id="verify-code" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code">
  <button id="verify-btn" type="button" class="primary">Confirm</button>
</section>
<section id="done" hidden>
  <h2>Backup codes</h2>
  <p>Each works once. They are shown only now.</p>
  <ol id="backup-codes"></ol>
  <a class="button" href="/dashboard">Go to the dashboard</a>
</section>
<div id="error" role="alert"></div>`;
  return writePage({ title: 'Set up sign-in', content, scripts: ['setup.js'] });
}
