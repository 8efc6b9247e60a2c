import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from './http';
import { replyJson } from './http';
import type { SiteState } from './state';

/** The host that says whether a key is alive. It answers any origin, as what it is asked with is the key itself. */
export const RELAY_HOST = 'relay.paramant.app';

const CHECK_PATH = '/v2/check-key';
const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };
const PREFLIGHT = { 'Access-Control-Allow-Methods': 'GET', 'Access-Control-Allow-Headers': 'X-Api-Key' };

/** Answers what the relay is asked: always 200 with what it knows of the key, after the question whether it may be asked. */
export function answerRelay(method: string, path: string, headers: IncomingHttpHeaders, state: SiteState): Reply {
  if (path !== CHECK_PATH) return replyJson(404, { ok: false });
  if (method === 'OPTIONS') return { status: 204, headers: { ...ANY_ORIGIN, ...PREFLIGHT } };
  const key = headers['x-api-key'];
  const isAlive = [...state.accounts.values()].some(({ keys }) =>
    keys.some(({ value, revoked }) => !revoked && value === key),
  );
  const answer = isAlive ? { valid: true, plan: 'pro' } : { valid: false, plan: null };
  return { ...replyJson(200, answer), headers: ANY_ORIGIN };
}
