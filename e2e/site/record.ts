/** One request as tests look at it. No values: those are in `received`. */
export interface RequestRecord {
  readonly method: string;
  /** Path and query, exactly as they arrived. */
  readonly path: string;
  /** The site's time. */
  readonly atMs: number;
  /** Names of the JSON or form fields of the body. */
  readonly fields: readonly string[];
  /** Null while the answer is under way, and for good when the connection was dropped. */
  status: number | null;
  /** Whether the answer began a session. */
  setSession: boolean;
}

/** One request body, complete. */
export interface ReceivedBody {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly raw: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Everything that reached the site. */
export interface SiteRecord {
  readonly requests: RequestRecord[];
  readonly received: ReceivedBody[];
}

/** Lists where a value arrived, as `POST /path body` or `GET /path address`, oldest first and addresses before bodies. */
export function findValue(record: SiteRecord, value: string): string[] {
  const spellings = [value, encodeURIComponent(value), new URLSearchParams({ v: value }).toString().slice(2)];
  const holdsValue = (text: string) => spellings.some(spelling => text.includes(spelling));
  const writePath = (path: string) => path.split('?')[0] ?? path;
  return [
    ...record.requests
      .filter(request => holdsValue(request.path))
      .map(request => `${request.method} ${writePath(request.path)} address`),
    ...record.received.filter(body => holdsValue(body.raw)).map(body => `${body.method} ${writePath(body.path)} body`),
  ];
}
