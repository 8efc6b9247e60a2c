import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { SECURITY_HEADERS } from './headers';
import type { Reply, Route, Visit } from './http';
import { matchRoute, replyJson, replyPage } from './http';
import { writeNotFound } from './pages/not-found';
import { parseCookies, parseFields, readBody } from './parse-request';
import type { RequestRecord, SiteRecord } from './record';
import { answerRelay, RELAY_HOST } from './relay';
import { SESSION_COOKIE } from './sessions';
import type { SiteState } from './state';

const HOSTS = new Set(['paramant.app', 'localhost', '127.0.0.1']);

/** What answering a request needs to know besides the request. `readRoutes` is asked each time: the layout may change. */
export interface Answering {
  readonly state: SiteState;
  readonly record: SiteRecord;
  readonly readRoutes: () => readonly Route[];
}

/** Takes one request through recording, routing and sending. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { state, record, readRoutes }: Answering,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const contentType = request.headers['content-type'] ?? '';
  const raw = await readBody(request);
  const fields = parseFields(contentType, raw);
  const nowMs = state.clock.nowMs();
  const entry: RequestRecord = {
    method,
    path,
    atMs: nowMs,
    fields: Object.keys(fields ?? {}),
    status: null,
    setSession: false,
  };
  record.requests.push(entry);
  if (raw !== '') record.received.push({ method, path, contentType, raw, fields: fields ?? {} });

  // A bug in a page shows as the site's own 500, and the site lives on.
  const reply = await chooseReply().catch(() => replyJson(500, { ok: false }));
  await sendReply(reply, response, entry, state);

  async function chooseReply(): Promise<Reply> {
    const host = (request.headers.host ?? '').replace(/:[0-9]+$/, '');
    if (host === RELAY_HOST) return answerRelay(method, path, request.headers, state);
    if (!HOSTS.has(host)) return replyJson(421, { ok: false });
    if (!fields || !URL.canParse(path, 'https://paramant.app')) return replyJson(400, { ok: false });
    const url = new URL(path, 'https://paramant.app');
    const match = matchRoute(readRoutes(), method, url.pathname);
    if (!match) return replyPage(writeNotFound(), 404);
    const visit: Visit = {
      method,
      path: url.pathname,
      query: url.searchParams,
      fields,
      cookies: parseCookies(request.headers.cookie),
      parameters: match.parameters,
      clientAddress: request.socket.remoteAddress ?? '',
      nowMs,
    };
    return match.route.answer(visit, state);
  }
}

async function sendReply(
  reply: Reply,
  response: ServerResponse,
  entry: RequestRecord,
  state: SiteState,
): Promise<void> {
  if (reply.delivery?.delayMs) await wait(reply.delivery.delayMs, undefined, { ref: false });
  if (reply.delivery?.isDropped) return dropConnection(response);
  entry.status = reply.status;
  entry.setSession =
    reply.cookies?.some(
      cookie => cookie.startsWith(`${SESSION_COOKIE}=`) && !cookie.startsWith(`${SESSION_COOKIE}=;`),
    ) ?? false;
  response.sendDate = false;
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  // The header follows the shifted clock, because it is where a visitor learns how wrong their own clock is.
  response.setHeader('Date', new Date(state.clock.nowMs()).toUTCString());
  if (reply.contentType !== undefined) response.setHeader('Content-Type', reply.contentType);
  if (reply.location !== undefined) response.setHeader('Location', reply.location);
  if (reply.cookies?.length) response.setHeader('Set-Cookie', [...reply.cookies]);
  response.end(reply.body);
}

/** Breaks off inside the headers: a browser silently repeats a POST whose connection closed before the first byte. */
function dropConnection(response: ServerResponse): void {
  const { socket } = response;
  socket?.write('HTTP/1.1 200 OK\r\nContent-', () => socket.destroy());
}
