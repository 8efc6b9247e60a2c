import type { KnownElement } from './site';
import { pathOnSite } from './site';

/**
 * The pages that something is taken from, or a backup code filled into, by a click in the popup (docs/decisions/011):
 * `setup` shows a new authenticator and then its backup codes, `keys` an API key, `backup` asks for a backup code.
 */
export type EnrolmentPage = 'setup' | 'keys' | 'backup';

/** What stands on these pages, by its id. The sample of a set-up page stands for whichever token is in its path. */
export const ENROLMENT_ELEMENTS = {
  qrCode: { id: 'qr-code', sample: '/auth/setup', count: 1 },
  secretText: { id: 'secret-display', sample: '/auth/setup', count: 1 },
  setupCode: { id: 'verify-code', sample: '/auth/setup', count: 1 },
  backupCodes: { id: 'backup-codes', sample: '/auth/setup', count: 1 },
  backupEmail: { id: 'email', sample: '/auth/backup', count: 1 },
  backupCode: { id: 'code', sample: '/auth/backup', count: 1 },
} as const satisfies Readonly<Record<string, KnownElement>>;

const SETUP_PATH = /^\/auth\/setup\/[0-9a-f]{64}$/;
const OTHER_PATHS: ReadonlyMap<string, EnrolmentPage> = new Map([
  ['/account', 'keys'],
  ['/dashboard/keys', 'keys'],
  ['/auth/backup', 'backup'],
]);

/** Which of these pages a document's URL is, on exactly the site's origin; null for any other. */
export function enrolmentPageOf(url: string): EnrolmentPage | null {
  const path = pathOnSite(url);
  if (path === null) return null;
  return SETUP_PATH.test(path) ? 'setup' : (OTHER_PATHS.get(path) ?? null);
}
