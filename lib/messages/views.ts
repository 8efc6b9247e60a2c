// What pages see of the vault: no secret is in any of these.
import type { KeyAge } from '../keys/age';
import type { ApiKeyKind } from '../model/api-key';
import type { LocalDate } from '../shared/local-date';
import type { OutcomeCode } from '../signin/outcome';
import type { AuthenticatorNotice } from '../totp/authenticator-failure';
import type { Phase } from '../vault/phase';

/** One key as a card shows it: masked, with its age on the day it was asked for. */
export type KeyView = KeyAge & {
  readonly id: string;
  readonly masked: string;
  readonly kind: ApiKeyKind;
  readonly createdOn: LocalDate;
};

/** One account as a card shows it. */
export type AccountView = {
  readonly id: string;
  readonly revision: number;
  readonly label: string;
  readonly email: string;
  readonly key: KeyView | null;
  readonly hasAuthenticator: boolean;
};

/** The code of the current time step and the one after it: enough to show both without asking again until it ends. */
export type CodesView = {
  readonly accountId: string;
  readonly code: string;
  readonly next: string;
  readonly validUntilMs: number;
  readonly periodSeconds: number;
};

/** The sign-in run as pages show it. `details` are what the outcome's sentence names. */
export type SignInView =
  | { readonly state: 'running'; readonly accountId: string; readonly waitsUntilMs: number | null }
  | {
      readonly state: 'ended';
      readonly accountId: string;
      readonly outcome: OutcomeCode;
      readonly details: readonly string[];
      readonly endedAtMs: number;
    };

/**
 * All that pages subscribe to. `revision` rises with every change of the vault's contents, so that a page knows when to
 * ask again.
 */
export type Status = {
  readonly phase: Phase;
  readonly locksAtMs: number | null;
  readonly dueCount: number;
  readonly revision: number;
  readonly signIn: SignInView | null;
  /** Whether a sign-in was asked for while locked, and goes on after an unlock in the popup. */
  readonly signInAsked: boolean;
};

/** What was done that the person may not expect: a key whose white space was dropped, a secret that is short. */
export type Notice = { readonly code: NoticeCode; readonly details: readonly string[] };

export type NoticeCode = 'api-key-trimmed' | 'api-key-signing' | AuthenticatorNotice['code'];
