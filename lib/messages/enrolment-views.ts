import type { ApiKeyKind } from '../model/api-key';
import type { Algorithm } from '../model/authenticator';
import type { EnrolmentPage } from '../signin/enrolment-page';
import type { Notice } from './views';

/** What the tab in front can give or take; `page` is null where it is no such page. */
export type EnrolmentView = {
  readonly page: EnrolmentPage | null;
  /** The account whose new authenticator was saved from this tab, until its backup codes are kept; null before that. */
  readonly savedTo: string | null;
  /** Whether a code of it was filled in there: the backup codes come next. */
  readonly isCodeFilled: boolean;
};

/** An authenticator that a set-up page shows, without its secret. */
export type AuthenticatorOffer = {
  readonly issuer: string;
  readonly email: string;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  /** Four groups of four: the same secret has the same. */
  readonly fingerprint: string;
  readonly notices: readonly Notice[];
  /** The account with that address, or null where there is none. */
  readonly accountId: string | null;
};

/** An API key that a page shows: as much of it as tells it from others. */
export type KeyOffer = {
  readonly beginning: string;
  readonly end: string;
  readonly kind: ApiKeyKind;
  readonly fingerprint: string;
  /** The address of whoever is signed in to the page; null where it does not say, and then nobody knows whose the key is. */
  readonly signedInAs: string | null;
  /** The account of that address; null where there is none. */
  readonly accountId: string | null;
  /** The account that has this key already, by its label; null where none has. */
  readonly knownAs: string | null;
};

/** A backup code in the clear: for a person who asked to see it. */
export type BackupCodeView = { readonly code: string; readonly used: boolean };
