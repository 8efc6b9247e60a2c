import type { IncomingMessage } from 'node:http';

const MOST_BODY_BYTES = 64 * 1024;

/** Reads a whole body. Throws a RangeError when it is longer than any page of this site sends. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BODY_BYTES) throw new RangeError('body too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The text fields of a JSON or form body; undefined when it is neither or broken. */
export function parseFields(contentType: string, raw: string): Record<string, string> | undefined {
  if (raw === '') return {};
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(raw));
  return kind === 'application/json' ? parseJsonFields(raw) : undefined;
}

function parseJsonFields(raw: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, String(field)]));
  } catch {
    return undefined;
  }
}

/** Splits a `Cookie` header. The first of two cookies with one name wins, as servers commonly have it. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (header ?? '').split(';')) {
    const [name = '', ...rest] = pair.split('=');
    cookies[name.trim()] ??= rest.join('=').trim();
  }
  return cookies;
}
