import type { EnvelopeFailure } from '../crypto/envelope';
import type { KeyCheckFailure } from '../keys/alive-check';
import type { InventoryFailure } from '../keys/inventory';
import type { RotationFailure } from '../keys/rotation';
import type { GuardFailure } from '../keys/rotation-guard';
import type { SnoozeFailure } from '../keys/snooze';
import type { ApiKeyFailure } from '../model/api-key';
import type { BackupCodesFailure } from '../model/backup-code';
import type { CreatedOnFailure } from '../model/created-on';
import type { EmailFailure } from '../model/email';
import type { LabelFailure } from '../model/label';
import type { RecoveryCodeFailure } from '../model/recovery-code';
import type { ShownKeyFailure } from '../model/shown-key';
import type { AuthenticatorFailure } from '../totp/authenticator-failure';
import type { QrFailure } from '../totp/read-qr';
import type { SetupFailure } from '../totp/setup-page';
import type { AccountFailure, DuplicateEmail, KeyGivenAway } from '../vault/accounts';
import type { TooSoon } from '../vault/back-off';
import type { BodyFailure } from '../vault/body';
import type { EnrolFailure } from '../vault/enrolment';
import type { HeldFailure } from '../vault/held';
import type { WrongWayIn } from '../vault/open';
import type { PhaseFailure } from '../vault/phase';
import type { OpenCopyFailure } from '../vault/recover';
import type { RewriteFailure } from '../vault/rewrite';
import type { SaveFailure } from '../vault/save';
import type { AddFailure, RemoveFailure } from '../vault/ways-in';

/** Everything that can be wrong with one field of a form. */
export type FieldFailure =
  | ApiKeyFailure
  | CreatedOnFailure
  | EmailFailure
  | LabelFailure
  | RecoveryCodeFailure
  | AuthenticatorFailure
  | DuplicateEmail
  | { readonly code: 'changed-elsewhere' };

/** The fields of the account form. */
export type FieldName = 'label' | 'email' | 'apiKey' | 'authenticator' | 'createdOn';

/**
 * Why no passkey answered. It happens in the page that asks, so it never crosses contexts; its sentence is one of these all
 * the same.
 * - `passkey-cancelled`: the person closed the prompt, was not verified, or took too long; or the page gave up.
 * - `passkey-no-prf`: it answered and gave no key material (WebAuthn's prf extension), so it can open nothing.
 * - `passkey-already-there`: one of those that were to be left out lies where a new one was to be made.
 * - `passkey-unavailable`: anything else; the browser refuses passkeys here.
 */
export type PasskeyFailure = 'passkey-cancelled' | 'passkey-no-prf' | 'passkey-already-there' | 'passkey-unavailable';

/**
 * Why nothing came of taking something from a page, or filling a backup code into one.
 * - `enrol-not-here`: the tab shows no such page, or another one by now. `enrol-changed`: it says something else than what
 *   the person saw and agreed to.
 * - `enrol-field-missing`: it has no such field that can be typed into. `enrol-field-refused`: the field kept nothing.
 * - `enrol-code-wait`: the code of this time was used already; the sentence names the seconds until the next one.
 */
export type PageFailure =
  | 'enrol-not-here'
  | 'enrol-changed'
  | 'enrol-field-missing'
  | 'enrol-field-refused'
  | 'enrol-code-wait'
  | 'key-of-other-person'
  | 'setup-pictures-several';

/** Why a picture gives no authenticator, besides {@link QrFailure}: it is no picture that is read here, or too large a one. */
export type PictureFailure = 'picture-unknown' | 'picture-too-large';

/** Every code that can cross from the worker to a page, and those that pages tell of themselves. */
export type FailureCode =
  | FieldFailure['code']
  | PasskeyFailure
  | PhaseFailure
  | WrongWayIn
  | TooSoon['code']
  | BodyFailure
  | SaveFailure
  | Exclude<RewriteFailure | OpenCopyFailure, TooSoon>
  | AddFailure
  | RemoveFailure
  | AccountFailure
  | HeldFailure
  | EnvelopeFailure
  | SetupFailure['code']
  | BackupCodesFailure['code']
  | ShownKeyFailure['code']
  | EnrolFailure
  | 'key-of-other-account'
  | KeyGivenAway['code']
  | 'key-still-alive'
  | InventoryFailure
  | RotationFailure
  | GuardFailure
  | KeyCheckFailure
  | SnoozeFailure
  | PageFailure
  | QrFailure
  | PictureFailure
  | 'password-too-short'
  | 'copy-damaged'
  | 'live-copies-damaged'
  | 'erase-failed'
  | 'export-not-allowed'
  | 'signin-not-here'
  | 'signin-limited'
  | 'authenticator-dead'
  | 'input-too-long'
  | 'message-invalid'
  | 'message-refused'
  | 'message-outdated'
  | 'worker-failed';

/**
 * A refusal as it crosses contexts: a code, the words its sentence names (a character, a count; never a secret), and the
 * form field it belongs to, or null where it belongs to the whole act.
 */
export type Failure = {
  readonly code: FailureCode;
  readonly details: readonly string[];
  readonly field: FieldName | null;
};

/** A failure of a whole act. */
export function failure(code: FailureCode, ...details: readonly string[]): Failure {
  return { code, details, field: null };
}

/**
 * Whether what was asked for was made: nothing stood in its way, or it is done and only an older copy of the vault could not
 * be replaced yet (`older-copies-remain`).
 */
export function isMade(failures: readonly Failure[]): boolean {
  return failures.every(({ code }) => code === 'older-copies-remain');
}

/** A refusal of the vault's, as pages are told it. */
export function failureFrom(error: FailureCode | TooSoon | KeyGivenAway): Failure {
  return typeof error === 'string' ? failure(error) : failure(error.code, ...detailsOf(error));
}

/** What a parser found, besides its code, in the order in which it was written down: that is how sentences name it. */
export function detailsOf({ code: _, ...data }: { readonly code: string }): readonly string[] {
  return Object.values(data).map(String);
}

/** A failure of one field. */
export function fieldFailure(field: FieldName, finding: FieldFailure): Failure {
  return { code: finding.code, details: detailsOf(finding), field };
}
