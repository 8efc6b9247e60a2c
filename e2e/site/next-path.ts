export const HOME_PATH = '/dashboard';

const ORIGIN = 'https://paramant.app';

/**
 * Where to go after signing in: `?next=` or `?return=` when it is a path of this site, the dashboard otherwise.
 * Backslashes and control characters are refused outright, because browsers read `/\evil` and `/<tab>/evil` as another host.
 */
export function chooseNextPath(query: URLSearchParams): string {
  const wanted = query.get('next') ?? query.get('return') ?? '';
  return isLocalPath(wanted) ? wanted : HOME_PATH;
}

function isLocalPath(text: string): boolean {
  if (!text.startsWith('/') || text.startsWith('//')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  if (/[\\\u0000-\u0020\u007f]/.test(text) || !URL.canParse(text, ORIGIN)) return false;
  const resolved = new URL(text, ORIGIN);
  return resolved.origin === ORIGIN && !resolved.pathname.startsWith('//');
}

/** The login page's path that leads back to `path` afterwards. */
export function writeLoginPath(path: string): string {
  return `/auth/login?next=${encodeURIComponent(path)}`;
}
