// Takes the place of lib/browser/enrolment-tab where there are no tabs:
//   vi.mock('../../lib/browser/enrolment-tab', () => import('./enrolment-page.testing'));
import { encodeQR } from 'qr';
import { guardFields } from '../../lib/browser/enrolment-readers/guard-fields';
import { readPersons } from '../../lib/browser/enrolment-readers/read-persons';
import type { PagePicture } from '../../lib/browser/enrolment-readers/read-setup-page';
import { readSetupPage } from '../../lib/browser/enrolment-readers/read-setup-page';
import { readTexts } from '../../lib/browser/enrolment-readers/read-texts';
import type { FieldWrite } from '../../lib/browser/enrolment-readers/write-fields';
import { writeFields } from '../../lib/browser/enrolment-readers/write-fields';
import type { EnrolmentTab, Reader } from '../../lib/browser/enrolment-tab';
import { base64Encode } from '../../lib/shared/base64';
import { err, ok } from '../../lib/shared/result';
import type { ShownPerson } from '../../lib/signin/dashboard-page';
import type { EnrolmentPage } from '../../lib/signin/enrolment-page';

const SCALE = 4;

/** A QR code as the reader in the page gives it. */
export function drawPicture(text: string): PagePicture {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = rows.length * SCALE;
  const brightness = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [Math.floor((at % side) / SCALE), Math.floor(at / side / SCALE)];
    return rows[y]?.[x] ? 0 : 255;
  });
  return { width: side, height: side, brightness: base64Encode(brightness) };
}

/** The link of an authenticator as the site writes it. */
export function linkOf(secret: string, email = 'robin@example.org'): string {
  return `otpauth://totp/Paramant:${encodeURIComponent(email)}?secret=${secret}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`;
}

/** The page in front: what it is, which document, what it shows, and what became of writing into it. */
export const shown = {
  page: 'setup' as EnrolmentPage | null,
  bornAtMs: 1,
  link: '',
  secretText: '',
  pictures: [] as readonly (PagePicture | null)[],
  isCut: false,
  texts: [] as readonly string[],
  persons: [] as readonly ShownPerson[],
  state: 'wrote' as 'wrote' | 'missing' | 'refused',
  written: [] as FieldWrite[],
  /** The selectors that were guarded by the time of the last write. */
  guarded: [] as readonly string[],
};

/** Shows the set-up page of an authenticator. */
export function showSetup(secret: string, email?: string): void {
  const link = linkOf(secret, email);
  Object.assign(shown, { page: 'setup', link, secretText: secret, pictures: [drawPicture(link)], state: 'wrote' });
  Object.assign(shown, { isCut: false, persons: [] });
  shown.written = [];
  shown.guarded = [];
}

export async function findEnrolmentTab(): Promise<EnrolmentTab | null> {
  return shown.page && { tabId: 7, page: shown.page };
}

export async function readInTab({ page }: EnrolmentTab, { run, given }: Reader<unknown[], never>) {
  if (shown.page !== page) return err('enrol-not-here');
  const { bornAtMs, link, secretText, pictures, isCut, texts, persons, state } = shown;
  const document = { url: '', isTop: true, bornAtMs };
  if (run === readSetupPage) return ok({ document, link, secretText, pictures, isCut });
  if (run === readTexts) return ok({ document, texts });
  if (run === readPersons) return ok({ document, persons });
  if (run === guardFields) {
    [, shown.guarded = []] = given as Parameters<typeof guardFields>;
    return ok({ document });
  }
  if (run !== writeFields) throw new Error('an unknown reader');
  const [meantFor, writes] = given as Parameters<typeof writeFields>;
  if (meantFor !== bornAtMs) return ok({ document, state: 'elsewhere' });
  const wanted = writes.filter(({ value }) => value !== undefined);
  shown.written.push(...wanted);
  return ok({ document, state: wanted.length > 0 || state === 'missing' ? state : 'wrote' });
}
