// Everything Latchkey knows about this one site. Detection is by meaning; what stands here either guards (where a
// sign-in may happen at all) or settles what meaning leaves open. Sources: the site's own help page and public pages.

/** The one origin that anything is ever filled on. */
export const SITE_ORIGIN = 'https://paramant.app';

/** Where a person signs in, and where they manage their keys. */
export const LOGIN_URL = `${SITE_ORIGIN}/auth/login`;
export const KEYS_URL = `${SITE_ORIGIN}/dashboard/keys`;

const LOGIN_PATH = '/auth/login';

/** Code fields of this site that are not the sign-in's: confirming a passkey, a revocation, a signature, a licence. */
export const FOREIGN_FIELD_IDS: readonly string[] = [
  'account-passkey-totp', // /account
  'revoke-totp', // /account
  'ds-pass-input', // /dashboard, signing
  'cs-pass-input', // /dashboard, signing
  'l-totp', // /licence
];

/** Requests whose answer says how a sign-in went: today `/api/user/login`. A page sends others, which say nothing. */
const SIGN_IN_REQUEST = /log-?in|sign-?in|\bauth|otp|verify/iu;

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/**
 * Whether a document's URL is the login page or below it, on exactly the site's origin. `blob:` and `filesystem:` URLs
 * share the origin's name but not its nature, and a URL with user info was made to deceive: both are refused.
 */
export function isLoginUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || url.protocol !== 'https:' || url.origin !== SITE_ORIGIN) return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.pathname === LOGIN_PATH || url.pathname.startsWith(`${LOGIN_PATH}/`);
}

/** Whether a URL lies behind the sign-in: the same origin, and no longer one of the pages that lead in. */
export function isSignedInUrl(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.protocol === 'https:' && url.origin === SITE_ORIGIN && !url.pathname.startsWith('/auth/');
}

/** Whether a URL is of a request that carries a sign-in. */
export function isSignInRequest(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && url.origin === SITE_ORIGIN && SIGN_IN_REQUEST.test(url.pathname);
}
