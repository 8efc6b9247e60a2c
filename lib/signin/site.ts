// Everything Latchkey knows about this one site. Detection is by meaning; what stands here either guards (where a
// sign-in may happen at all) or settles what meaning leaves open. Sources: the site's own help page and public pages.

/** The one origin that anything is ever filled on. */
export const SITE_ORIGIN = 'https://paramant.app';

/** Where a person signs in, and where they manage their keys. */
export const LOGIN_URL = `${SITE_ORIGIN}/auth/login`;
export const KEYS_URL = `${SITE_ORIGIN}/dashboard/keys`;

const LOGIN_PATH = '/auth/login';

/**
 * An element of this site, a page that shows it, and how often it stands there (e2e/site/known-elements.test.ts). Those of
 * the pages that are read by a click stand in enrolment-page.ts.
 */
export type KnownElement = { readonly id: string; readonly sample: string; readonly count: number };

/** Code fields of this site that are not the sign-in's: confirming a passkey, a revocation, a signature, a licence. */
export const FOREIGN_FIELDS: readonly KnownElement[] = [
  { id: 'account-passkey-totp', sample: '/account', count: 1 },
  { id: 'revoke-totp', sample: '/account', count: 1 },
  { id: 'ds-pass-input', sample: '/dashboard', count: 1 },
  { id: 'cs-pass-input', sample: '/dashboard', count: 1 },
  { id: 'l-totp', sample: '/licence', count: 1 },
];

export const FOREIGN_FIELD_IDS: readonly string[] = FOREIGN_FIELDS.map(({ id }) => id);

/** What goes on from the notice that an accepted SHA-1 code brings: the person is signed in by then. */
export const SHA1_CONTINUE: KnownElement = { id: 'sha1-continue', sample: '/auth/login', count: 1 };

/** The form of the login page: a page that shows it asks somebody to sign in. */
export const LOGIN_FORM: KnownElement = { id: 'login-form', sample: '/auth/login', count: 1 };

/** The login page as it was seen. They settle only what meaning leaves open. */
export const KNOWN_ELEMENTS: readonly KnownElement[] = [
  { id: 'email', sample: '/auth/login', count: 1 },
  { id: 'totp', sample: '/auth/login', count: 1 },
  { id: 'submit-btn', sample: '/auth/login', count: 1 },
];

/** The number of the one form that has all of the site's own elements, or null. */
export function findKnownForm(elements: readonly { readonly id: string; readonly form: number }[]): number | null {
  const forms = Array.from(new Set(elements.map(({ form }) => form))).filter(form =>
    KNOWN_ELEMENTS.every(known => elements.some(({ id, form: own }) => own === form && id === known.id)),
  );
  return forms.length === 1 ? (forms[0] ?? null) : null;
}

/** Requests whose answer says how a sign-in went: today `/api/user/login`. A page sends others, which say nothing. */
const SIGN_IN_REQUEST = /log-?in|sign-?in|\bauth|otp|verify/iu;

/** The request that signs in, of which the site takes five in a quarter of an hour. */
const LOGIN_REQUEST_PATH = '/api/user/login';

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/**
 * The path of a document on exactly the site's origin, or null for any other URL. `blob:` and `filesystem:` URLs share the
 * origin's name but not its nature, and a URL with user info was made to deceive: both are refused.
 */
export function pathOnSite(text: string): string | null {
  const url = parseUrl(text);
  if (url === null || url.protocol !== 'https:' || url.origin !== SITE_ORIGIN) return null;
  return url.username === '' && url.password === '' ? url.pathname : null;
}

/** Whether a document's URL is of the site, but came without encryption: anybody on the way may have written that page. */
export function isUnencryptedSite(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.protocol === 'http:' && url.origin === SITE_ORIGIN.replace('https:', 'http:');
}

/** Whether a document's URL is the login page or below it, on exactly the site's origin. */
export function isLoginUrl(text: string): boolean {
  const path = pathOnSite(text);
  return path !== null && (path === LOGIN_PATH || path.startsWith(`${LOGIN_PATH}/`));
}

/** Whether a document's URL is exactly the login page, whatever its query says, and no page below it. */
export function isLoginStartUrl(text: string): boolean {
  return pathOnSite(text) === LOGIN_PATH;
}

/** Whether a URL lies behind the sign-in: only someone who is signed in stays on the dashboard or the account's page. */
export function isSignedInUrl(text: string): boolean {
  const path = pathOnSite(text);
  return path !== null && /^\/(?:account|dashboard)(?:\/|$)/u.test(path);
}

/** Whether a URL is of a request that carries a sign-in. */
export function isSignInRequest(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.origin === SITE_ORIGIN && SIGN_IN_REQUEST.test(url.pathname);
}

/** Whether a URL is of the one request that the site counts against its limit. */
export function isLoginRequest(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.origin === SITE_ORIGIN && url.pathname === LOGIN_REQUEST_PATH;
}
