import type { Html } from '../html';
import { html, writePage } from '../html';
import type { Reply, Visit } from '../http';
import { replyPage, replyRedirect } from '../http';
import { chooseNextPath } from '../next-path';
import { PENDING_COOKIE, writeEndedPendingCookie, writePendingCookie } from '../pending-sign-ins';
import { verifyFinally } from '../sign-in';
import type { SiteState } from '../state';
import type { Layout } from './layout';
import { codeStep, emailStep, keyStep } from './steps';

const START_PATH = '/auth/login';
const KEY_PATH = '/auth/login/key';
const CODE_PATH = '/auth/login/code';

const ERRORS = {
  401: 'Sign-in failed. Check your email, API key and code.',
  403: 'Sign-in is not allowed for this account.',
  429: 'Too many attempts. Try again in 15 minutes.',
  500: 'Something went wrong. Please try again.',
} as const;

/** What each of the three pages asks for: a field named `email`, `api_key` or `totp`, and the button that sends it. */
export interface StepPages {
  readonly email: Html;
  readonly key: Html;
  readonly code: Html;
}

/** Three steps over three page loads: plain forms, no script, the answers so far kept by the server. */
export function spreadOverPages(steps: StepPages): Layout {
  return {
    routes: [
      {
        method: 'GET',
        path: START_PATH,
        answer: visit => replyPage(writeStep(writeStartPath(visit), steps.email)),
      },
      { method: 'POST', path: START_PATH, answer: (visit, state) => takeEmail(visit, state, steps) },
      {
        method: 'GET',
        path: KEY_PATH,
        answer: (visit, state) =>
          findPending(visit, state) ? replyPage(writeStep(KEY_PATH, steps.key)) : replyRedirect(START_PATH),
      },
      { method: 'POST', path: KEY_PATH, answer: (visit, state) => takeKey(visit, state, steps) },
      {
        method: 'GET',
        path: CODE_PATH,
        answer: (visit, state) =>
          findPending(visit, state)?.key === undefined
            ? replyRedirect(START_PATH)
            : replyPage(writeStep(CODE_PATH, steps.code)),
      },
      { method: 'POST', path: CODE_PATH, answer: (visit, state) => takeCode(visit, state, steps) },
      {
        method: 'GET',
        path: '/auth/login/notice',
        answer: visit => replyPage(writeNotice(chooseNextPath(visit.query))),
      },
    ],
  };
}

/** The documented three steps. */
export const documentedPages: Layout = spreadOverPages({ email: emailStep, key: keyStep, code: codeStep });

function takeEmail(visit: Visit, state: SiteState, steps: StepPages): Reply {
  const email = visit.fields.email?.trim() ?? '';
  if (!email.includes('@')) return replyPage(writeStep(writeStartPath(visit), steps.email, 'Enter your email.'), 400);
  const token = state.pending.start(email, chooseNextPath(visit.query), visit.nowMs);
  return replyRedirect(KEY_PATH, [writePendingCookie(token)]);
}

function takeKey(visit: Visit, state: SiteState, steps: StepPages): Reply {
  const pending = findPending(visit, state);
  if (!pending) return replyRedirect(START_PATH);
  const key = visit.fields.api_key?.trim() ?? '';
  if (key === '') return replyPage(writeStep(KEY_PATH, steps.key, 'Enter your API key.'), 400);
  const forced = state.forcing.takeAtKey();
  if (forced !== undefined) return replyPage(writeStep(KEY_PATH, steps.key, ERRORS[forced]), forced);
  // Kept, not checked: whether it was the key or the code that was wrong must not show.
  pending.key = key;
  return replyRedirect(CODE_PATH);
}

function takeCode(visit: Visit, state: SiteState, steps: StepPages): Reply {
  const pending = findPending(visit, state);
  if (pending?.key === undefined) return replyRedirect(START_PATH);
  const given = { email: pending.email, key: pending.key, code: visit.fields.totp ?? '' };
  const { status, usedSha1, cookies, delivery } = verifyFinally(given, visit, state);
  if (status !== 200)
    return { ...replyPage(writeStep(CODE_PATH, steps.code, ERRORS[status]), status, cookies), delivery };
  state.pending.end(visit.cookies[PENDING_COOKIE]);
  const next = usedSha1 ? `/auth/login/notice?next=${encodeURIComponent(pending.nextPath)}` : pending.nextPath;
  return { ...replyRedirect(next, [...cookies, writeEndedPendingCookie()]), delivery };
}

function findPending(visit: Visit, state: SiteState) {
  return state.pending.find(visit.cookies[PENDING_COOKIE], visit.nowMs);
}

function writeStartPath(visit: Visit): string {
  return `${START_PATH}?next=${encodeURIComponent(chooseNextPath(visit.query))}`;
}

function writeStep(action: string, step: Html, error = ''): Html {
  const content = html`<h1>Sign in</h1>
<form method="post" action="${action}">
${step}
<div id="error" role="alert" class="${error === '' ? '' : 'visible'}">${error}</div>
</form>
<p class="aside"><a href="/auth/login">Start again</a> <a href="/auth/backup">Use a backup code</a></p>`;
  return writePage({ title: 'Sign in', content });
}

function writeNotice(nextPath: string): Html {
  const content = html`<section id="sha1-notice">
<h1>You are signed in</h1>
<p>Your authenticator app ignored SHA256 and made a SHA1 code. It was accepted. An app that follows SHA256 is safer.</p>
<a id="sha1-continue" class="button" href="${nextPath}">Continue</a>
</section>`;
  return writePage({ title: 'Sign in', content });
}
