import type { EnvelopeFailure } from '../crypto/envelope';
import type { ApiKeyFailure } from '../model/api-key';
import type { CreatedOnFailure } from '../model/created-on';
import type { EmailFailure } from '../model/email';
import type { LabelFailure } from '../model/label';
import type { AuthenticatorFailure } from '../totp/authenticator-failure';
import type { DuplicateEmail } from '../vault/accounts';
import type { UnlockFailure } from '../vault/open';
import type { PhaseFailure } from '../vault/phase';
import type { SaveFailure } from '../vault/save';
import type { ChangePasswordFailure } from '../vault/vault';

/** Everything that can be wrong with one field of a form. */
export type FieldFailure =
  | ApiKeyFailure
  | CreatedOnFailure
  | EmailFailure
  | LabelFailure
  | AuthenticatorFailure
  | DuplicateEmail;

/** The fields of the account form. */
export type FieldName = 'label' | 'email' | 'apiKey' | 'authenticator' | 'createdOn';

/** Every code that can cross from the worker to a page. */
export type FailureCode =
  | FieldFailure['code']
  | PhaseFailure
  | UnlockFailure
  | SaveFailure
  | ChangePasswordFailure
  | EnvelopeFailure
  | 'password-too-short'
  | 'account-missing'
  | 'account-changed-elsewhere'
  | 'key-missing'
  | 'signin-not-here'
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

/** What a parser found, besides its code, in the order in which it was written down: that is how sentences name it. */
export function detailsOf({ code: _, ...data }: { readonly code: string }): readonly string[] {
  return Object.values(data).map(String);
}

/** A failure of one field. */
export function fieldFailure(field: FieldName, finding: FieldFailure): Failure {
  return { code: finding.code, details: detailsOf(finding), field };
}
