import type { SiteKey } from '../accounts';
import { addKey, revokeKey } from '../accounts';
import { generateKey, maskKey } from '../credentials';
import type { Html } from '../html';
import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyPage, replyRedirect } from '../http';
import type { Session } from '../sessions';
import type { SiteState } from '../state';
import { findAccount } from '../state';
import { requireSession } from './require-session';

const KEYS_PATH = '/dashboard/keys';

export const keyRoutes: readonly Route[] = [
  { method: 'GET', path: KEYS_PATH, answer: requireSession(showKeys) },
  { method: 'POST', path: `${KEYS_PATH}/generate`, answer: requireSession(generate) },
  { method: 'POST', path: `${KEYS_PATH}/revoke`, answer: requireSession(revoke) },
];

function showKeys(visit: Visit, state: SiteState, session: Session): Reply {
  const keys = findAccount(state, session.email)?.keys ?? [];
  const isSelfService = state.keyModel === 'self-service';
  const freshKey = session.freshKey;
  // Shown once; a HEAD shows nothing and so uses nothing up.
  if (visit.method !== 'HEAD') session.freshKey = undefined;
  const content = html`<h1>API keys</h1>
${freshKey === undefined ? undefined : writeFreshKey(freshKey)}
<table>
<thead><tr><th>Label</th><th>Key</th><th>State</th></tr></thead>
<tbody>${keys.map(key => writeRow(key, isSelfService))}</tbody>
</table>
${isSelfService ? writeGenerateForm() : html`<p class="hint">Keys are issued by the operator.</p>`}`;
  return replyPage(writePage({ title: 'API keys', content, signedInAs: session.email }));
}

function generate(visit: Visit, state: SiteState, session: Session): Reply {
  const account = findAccount(state, session.email);
  if (account && state.keyModel === 'self-service') {
    const label = visit.fields.label?.trim() || 'Unnamed key';
    session.freshKey = addKey(account, label, generateKey(state.keyPrefix)).value;
  }
  return replyRedirect(KEYS_PATH);
}

/** Revokes at once, the last key too: the session goes on, and without a new key there will be no other. */
function revoke(visit: Visit, state: SiteState, session: Session): Reply {
  const account = findAccount(state, session.email);
  if (account && state.keyModel === 'self-service') revokeKey(account, visit.fields.id ?? '');
  return replyRedirect(KEYS_PATH);
}

function writeFreshKey(key: string): Html {
  return html`<section id="new-key" role="status">
<h2>Your new key</h2>
<p><code id="new-api-key">${key}</code></p>
<p class="hint">Shown once. Store it now.</p>
</section>`;
}

function writeRow(key: SiteKey, isRevocable: boolean): Html {
  const button = html`<form method="post" action="${KEYS_PATH}/revoke">
<input type="hidden" name="id" value="${key.id}">
<button type="submit" aria-label="Revoke ${key.label}">Revoke</button>
</form>`;
  const state = key.revoked ? 'Revoked' : 'Active';
  return html`<tr data-key-id="${key.id}"><td>${key.label}</td><td><code>${maskKey(key.value)}</code></td>
<td>${isRevocable && !key.revoked ? button : state}</td></tr>`;
}

function writeGenerateForm(): Html {
  return html`<form method="post" action="${KEYS_PATH}/generate">
<label for="key-label">Label of the new key</label>
<input id="key-label" name="label" type="text" maxlength="60" autocomplete="off">
<button type="submit" class="primary">Generate new key</button>
</form>
<p class="hint">Revoking your last key while you are signed out locks you out. Keep a second key, or rotate while signed in.</p>`;
}
