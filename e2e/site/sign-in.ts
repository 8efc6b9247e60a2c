import type { Credentials } from './check-credentials';
import { checkCredentials } from './check-credentials';
import type { ForcedAnswer } from './forced';
import type { Delivery, Reply, Visit } from './http';
import { replyJson } from './http';
import { writeSessionCookie } from './sessions';
import type { SiteState } from './state';
import { findAccount } from './state';

/** How a final verification ended. */
export interface Verdict {
  readonly status: 200 | 401 | 403 | 429 | 500;
  readonly usedSha1: boolean;
  /** The session cookie of a success; empty otherwise. */
  readonly cookies: readonly string[];
  readonly delivery: Delivery;
}

/** The final verification of a sign-in: forced answers first, then the limits, then the credentials. */
export function verifyFinally(given: Credentials, visit: Visit, state: SiteState): Verdict {
  state.finalVerifications += 1;
  const forced = state.forcing.take();
  const delivery = { delayMs: forced?.slowMs ?? 0, isDropped: Boolean(forced?.drop) };
  if (forced?.status !== undefined || forced?.drop === true) return writeForcedVerdict(forced, delivery);
  const refuse = (status: 401 | 429): Verdict => ({ status, usedSha1: false, cookies: [], delivery });

  if (!takeAttempt(given.email, visit, state)) return refuse(429);
  const account = findAccount(state, given.email);
  const match = checkCredentials(account, given, visit.nowMs);
  if (!account || !match) return refuse(401);
  const session = state.sessions.start(account.email, visit.nowMs);
  return { status: 200, usedSha1: match.algorithm === 'sha1', cookies: [writeSessionCookie(session)], delivery };
}

function writeForcedVerdict(forced: ForcedAnswer, delivery: Delivery): Verdict {
  return { status: forced.status ?? 500, usedSha1: false, cookies: [], delivery };
}

/** Counts one attempt against both limits. Successes count, refusals by a limit do not. */
export function takeAttempt(email: string, visit: Visit, state: SiteState): boolean {
  const person = email.trim().toLowerCase();
  if (state.emailLimit.isSpent(person, visit.nowMs)) return false;
  return state.clientLimit.take(visit.clientAddress, visit.nowMs) && state.emailLimit.take(person, visit.nowMs);
}

/** Answers a sign-in that a page's script posted as JSON: the status says it all, the page has the words. */
export function answerJsonSignIn(visit: Visit, state: SiteState, options: { asksForKey: boolean }): Reply {
  const { email = '', api_key: key = '', totp: code = '' } = visit.fields;
  const verdict = verifyFinally({ email, key: options.asksForKey ? key : null, code }, visit, state);
  const body = verdict.status === 200 ? { ok: true, sha1: verdict.usedSha1 } : { ok: false };
  return { ...replyJson(verdict.status, body, verdict.cookies), delivery: verdict.delivery };
}
