import type { SiteAccount } from '../accounts';
import { maskKey } from '../credentials';
import type { Html } from '../html';
import { html, writePage } from '../html';
import type { Reply, Route, Visit } from '../http';
import { replyPage, replyRedirect } from '../http';
import { createOperator } from '../operator';
import type { SiteState } from '../state';

// No sign-in guards this page: it stands for the people who run the site, and the site listens on loopback only.

const OPERATOR_PATH = '/operator';

export const operatorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: OPERATOR_PATH,
    answer: (_visit, state) => writeOperatorPage([...state.accounts.values()].map(writeAccount)),
  },
  { method: 'POST', path: `${OPERATOR_PATH}/revoke`, answer: revoke },
  { method: 'POST', path: `${OPERATOR_PATH}/issue`, answer: issue },
  { method: 'POST', path: `${OPERATOR_PATH}/setup`, answer: issueSetup },
];

function revoke(visit: Visit, state: SiteState): Reply {
  createOperator(state).revoke(visit.fields.email ?? '', visit.fields.id ?? '');
  return replyRedirect(OPERATOR_PATH);
}

function issue(visit: Visit, state: SiteState): Reply {
  const { key, setupPath } = createOperator(state).issue(visit.fields.email ?? '');
  const setup = setupPath && html`<p><a id="setup-link" href="${setupPath}">Set up the authenticator again</a></p>`;
  return writeOperatorPage([html`<h2>Issued</h2><p><code id="issued-key">${key}</code></p>${setup}`, writeBackLink()]);
}

function issueSetup(visit: Visit, state: SiteState): Reply {
  const setupPath = createOperator(state).issueSetup(visit.fields.email ?? '');
  return writeOperatorPage([
    html`<p><a id="setup-link" href="${setupPath}">Set up the authenticator</a></p>`,
    writeBackLink(),
  ]);
}

function writeOperatorPage(parts: readonly Html[]): Reply {
  return replyPage(writePage({ title: 'Operator', content: html`<h1>Operator</h1>${parts}` }));
}

function writeBackLink(): Html {
  return html`<p><a href="${OPERATOR_PATH}">All accounts</a></p>`;
}

function writeAccount(account: SiteAccount): Html {
  const { email } = account;
  const revokeCell = (id: string, label: string) =>
    writeAction('revoke', email, `Revoke ${label}`, html`<input type="hidden" name="id" value="${id}">`);
  return html`<section aria-label="${email}">
<h2>${email}</h2>
<table>${account.keys.map(
    key => html`<tr><td>${key.label}</td><td><code>${maskKey(key.value)}</code></td>
<td>${key.revoked ? 'Revoked' : revokeCell(key.id, key.label)}</td></tr>`,
  )}</table>
<p>Authenticator: ${account.secret === undefined ? 'none' : 'set up'}</p>
${writeAction('issue', email, 'Issue a key')}${writeAction('setup', email, 'Issue a set-up link')}
</section>`;
}

function writeAction(action: string, email: string, text: string, extra?: Html): Html {
  return html`<form method="post" action="${OPERATOR_PATH}/${action}">
<input type="hidden" name="email" value="${email}">${extra}<button type="submit">${text}</button>
</form>`;
}
