// What is read from the site's pages by a click in the popup. Invariants: nothing that was read is kept, the page is read
// anew when the person has agreed to it, and has to say the same; it is judged here, as untrusted, and pages of ours see
// no secret of it.
import { enrolmentItem } from '../../lib/browser/enrolment-item';
import { guardFields, guardingSchema } from '../../lib/browser/enrolment-readers/guard-fields';
import { MOST_PERSONS, personsReadingSchema, readPersons } from '../../lib/browser/enrolment-readers/read-persons';
import type { PagePicture } from '../../lib/browser/enrolment-readers/read-setup-page';
import {
  readSetupPage,
  SETUP_READER_ARGUMENTS,
  setupReadingSchema,
} from '../../lib/browser/enrolment-readers/read-setup-page';
import type { TextQuestion } from '../../lib/browser/enrolment-readers/read-texts';
import { KEYS_QUESTION, readTexts, textsReadingSchema } from '../../lib/browser/enrolment-readers/read-texts';
import type { FieldWrite } from '../../lib/browser/enrolment-readers/write-fields';
import { writeFields, writingSchema } from '../../lib/browser/enrolment-readers/write-fields';
import type { EnrolmentTab } from '../../lib/browser/enrolment-tab';
import { findEnrolmentTab, readInTab } from '../../lib/browser/enrolment-tab';
import { fingerprintOf } from '../../lib/crypto/fingerprint';
import type { Failure } from '../../lib/messages/failures';
import { detailsOf, failure } from '../../lib/messages/failures';
import type { ParsedApiKey } from '../../lib/model/api-key';
import type { Authenticator } from '../../lib/model/authenticator';
import { chooseShownKey } from '../../lib/model/shown-key';
import { base64Decode } from '../../lib/shared/base64';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import type { ShownPerson } from '../../lib/signin/dashboard-page';
import { PERSON_QUESTION } from '../../lib/signin/dashboard-page';
import type { EnrolmentPage } from '../../lib/signin/enrolment-page';
import type { AuthenticatorReading } from '../../lib/totp/authenticator-failure';
import type { QrFailure } from '../../lib/totp/read-qr';
import { readQr } from '../../lib/totp/read-qr';
import { readSetupPage as judgeSetupPage } from '../../lib/totp/setup-page';

type Answer<T> = Result<T, readonly Failure[]>;

/** Something read from a page: in which tab, from which document, and how a person compares it. */
export type Read<T> = T & { readonly tabId: number; readonly bornAtMs: number; readonly fingerprint: string };

/** The tab in front, where it shows that page. It is remembered, for a popup that goes on in a window of its own. */
export async function requireTab(page: EnrolmentPage): Promise<Answer<EnrolmentTab>> {
  const tab = await findEnrolmentTab();
  return tab?.page === page ? ok(tab) : err([failure('enrol-not-here')]);
}

function refuse(found: { readonly code: Failure['code'] }): Answer<never> {
  return err([failure(found.code, ...detailsOf(found))]);
}

/** The text of the one QR code in a picture. */
export function readPicture({ width, height, brightness }: PagePicture): Result<string, QrFailure> {
  const values = base64Decode(brightness);
  if (values === null || values.length !== width * height) return err('qr-none');
  const data = new Uint8ClampedArray(values.length * 4).fill(255);
  for (const [index, value] of values.entries()) data.fill(value, index * 4, index * 4 + 3);
  return readQr({ width, height, data });
}

/** What the QR code in a picture of a page says; '' where it says nothing, or too much. */
function textOf(picture: PagePicture | null): string {
  const read = picture && readPicture(picture);
  return read?.ok ? read.value : '';
}

/** How one authenticator is told from another: by all that makes its codes, and by whose it says it is. */
export function authenticatorFingerprint(authenticator: Authenticator): string {
  const { secret, algorithm, digits, periodSeconds, issuer, account } = authenticator;
  return fingerprintOf(secret.reveal(), algorithm, String(digits), String(periodSeconds), issuer, account);
}

/** The authenticator on the set-up page in front. */
export async function readAuthenticatorHere(): Promise<Answer<Read<AuthenticatorReading>>> {
  const tab = await requireTab('setup');
  if (!tab.ok) return tab;
  const reader = { run: readSetupPage, given: SETUP_READER_ARGUMENTS, schema: setupReadingSchema };
  const read = await readInTab(tab.value, reader);
  if (!read.ok) return err([failure(read.error)]);
  const { link, secretText, pictures, isCut, document } = read.value;
  // One that nobody has looked at may be the one that the person scans.
  if (isCut) return err([failure('setup-pictures-several')]);
  const judged = judgeSetupPage({ link, secretText, pictures: pictures.map(textOf) });
  if (!judged.ok) return refuse(judged.error);
  const { tabId } = tab.value;
  const fingerprint = authenticatorFingerprint(judged.value.authenticator);
  return ok({ ...judged.value, tabId, bornAtMs: document.bornAtMs, fingerprint });
}

/** Texts of a page in front, and of which document. */
export async function readTextsHere(
  page: EnrolmentPage,
  question: TextQuestion,
): Promise<Answer<{ readonly texts: readonly string[]; readonly tabId: number; readonly bornAtMs: number }>> {
  const tab = await requireTab(page);
  if (!tab.ok) return tab;
  const reader = { run: readTexts, given: [question] satisfies [TextQuestion], schema: textsReadingSchema };
  const read = await readInTab(tab.value, reader);
  if (!read.ok) return err([failure(read.error)]);
  return ok({ texts: read.value.texts, tabId: tab.value.tabId, bornAtMs: read.value.document.bornAtMs });
}

/** The one whole API key on the page in front, and whom the page names. */
export async function readKeyHere(): Promise<
  Answer<Read<ParsedApiKey & { readonly persons: readonly ShownPerson[] }>>
> {
  const read = await readTextsHere('keys', KEYS_QUESTION);
  if (!read.ok) return read;
  const chosen = chooseShownKey(read.value.texts);
  if (!chosen.ok) return refuse(chosen.error);
  const { tabId, bornAtMs } = read.value;
  const given: Parameters<typeof readPersons> = [PERSON_QUESTION, MOST_PERSONS];
  const named = await readInTab({ tabId, page: 'keys' }, { run: readPersons, given, schema: personsReadingSchema });
  if (!named.ok) return err([failure(named.error)]);
  // Another document may be another person's.
  if (named.value.document.bornAtMs !== bornAtMs) return err([failure('enrol-not-here')]);
  const { persons } = named.value;
  return ok({ ...chosen.value, tabId, bornAtMs, persons, fingerprint: fingerprintOf(chosen.value.key.reveal()) });
}

/** Writes into fields of a document in front, guarded first; where there is no value it only sees whether it could. */
export async function writeHere(
  tab: EnrolmentTab,
  bornAtMs: number,
  writes: readonly FieldWrite[],
): Promise<Answer<null>> {
  if (writes.some(({ value }) => value !== undefined)) {
    const given: Parameters<typeof guardFields> = [bornAtMs, writes.map(({ selector }) => selector)];
    const guarded = await readInTab(tab, { run: guardFields, given, schema: guardingSchema });
    if (!guarded.ok) return err([failure(guarded.error)]);
  }
  const reader = {
    run: writeFields,
    given: [bornAtMs, writes] satisfies [number, readonly FieldWrite[]],
    schema: writingSchema,
  };
  const written = await readInTab(tab, reader);
  if (!written.ok) return err([failure(written.error)]);
  const { state } = written.value;
  if (state === 'wrote') return ok(null);
  if (state === 'elsewhere') return err([failure('enrol-not-here')]);
  return err([failure(state === 'missing' ? 'enrol-field-missing' : 'enrol-field-refused')]);
}

/** What was saved from a document: see `enrolmentItem`. */
export type Saved = { readonly bornAtMs: number; readonly accountId: string; readonly isCodeFilled: boolean };

/** The account whose authenticator was saved from the document that is in front now, or null. */
export async function findSaved(): Promise<Saved | null> {
  const [item, tab] = [await enrolmentItem.read(), await findEnrolmentTab()];
  return item !== null && tab?.tabId === item.tabId && tab.page === 'setup' ? item.saved : null;
}

/** Notes that a code of what was saved was filled in, where it was saved from. */
export async function noteCodeFilled(): Promise<void> {
  const item = await enrolmentItem.read();
  if (item?.saved) await enrolmentItem.write({ ...item, saved: { ...item.saved, isCodeFilled: true } });
}
