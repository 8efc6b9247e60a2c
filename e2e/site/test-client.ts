import type { OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** The clock shift that puts now in the middle of a time step, so that no step ends while a test runs. */
export function shiftToMidStepMs(nowMs: number = Date.now()): number {
  return 15_000 - (nowMs % 30_000);
}

/** A visitor with a cookie jar, speaking https without a browser. Redirects are not followed. */
export interface Client {
  get(path: string): Promise<Answer>;
  head(path: string): Promise<Answer>;
  postJson(path: string, fields: Record<string, string>): Promise<Answer>;
  postForm(path: string, fields: Record<string, string>): Promise<Answer>;
  readonly cookies: Map<string, string>;
}

/** Makes a visitor of the site on this port. The certificate is made anew for each site, so it is not checked. */
export function createClient(port: number, host = 'paramant.app'): Client {
  const cookies = new Map<string, string>();

  const send = (method: string, path: string, body = '', contentType?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const headers: OutgoingHttpHeaders = {
        Host: host,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(contentType && { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) }),
      };
      const options = {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers,
        rejectUnauthorized: false,
        agent: false as const,
      };
      const outgoing = request(options, response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () => {
          for (const cookie of response.headers['set-cookie'] ?? []) keepCookie(cookies, cookie);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    cookies,
    get: path => send('GET', path),
    head: path => send('HEAD', path),
    postJson: (path, fields) => send('POST', path, JSON.stringify(fields), 'application/json'),
    postForm: (path, fields) =>
      send('POST', path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
  };
}

function keepCookie(cookies: Map<string, string>, header: string): void {
  const [name = '', value = ''] = header.split(';')[0]?.split('=') ?? [];
  if (/Max-Age=0/.test(header)) cookies.delete(name);
  else cookies.set(name, value);
}
