// What pages see of the vault: no secret is in any of these.

import type { SlotType } from '../crypto/slot';
import type { KeyAge } from '../keys/age';
import type { RotationStage } from '../keys/rotation';
import type { ApiKeyKind } from '../model/api-key';
import type { CopyName } from '../model/copy-name';
import type { LocalDate } from '../shared/local-date';
import type { Hint, Offer } from '../signin/advice';
import type { OutcomeCode } from '../signin/outcome';
import type { RunMode } from '../signin/run';
import type { AuthenticatorNotice } from '../totp/authenticator-failure';
import type { Phase } from '../vault/phase';
import type { Rollback } from '../vault/seen';

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
  /** Whether a passkey holds the authenticator: its codes take a touch. */
  readonly isHeld: boolean;
  /** Whether the person said that the site no longer knows the authenticator: it signs in no more. */
  readonly isAuthenticatorDead: boolean;
  /** Whether the site's backup codes of a new authenticator are still to be kept. */
  readonly awaitsBackupCodes: boolean;
  /** How many unused backup codes are kept; null where they are held by a passkey, so that nobody can count them. */
  readonly unusedBackupCodes: number | null;
  /** The rotation of one of its keys that is under way, and what comes next in it; null where none is. */
  readonly rotation: { readonly oldKeyId: string; readonly stage: RotationStage } | null;
  /** Whether the person chose it to sign in where none is asked for. */
  readonly isDefault: boolean;
  /** Whether it is the one that would sign in now: the default, else the one last used. */
  readonly isOffered: boolean;
};

/** An account that was removed and can still be brought back. */
export type RemovedView = Pick<AccountView, 'id' | 'label'>;

/** A passkey to ask for, in base64: public, as it stands in every copy of the vault. */
export type PasskeyChoice = { readonly credentialId: string; readonly prfInput: string };

/** What may open the vault besides its password. */
export type DoorsView = { readonly passkeys: readonly PasskeyChoice[]; readonly hasRecoveryCode: boolean };

/** One way in, as settings show it. `choice` is there for a passkey, null for the others. */
export type WayInView = {
  readonly id: string;
  readonly type: SlotType;
  readonly name: string;
  readonly choice: PasskeyChoice | null;
};

/** One place in which a copy of the vault may lie, as the recovery page shows it. */
export type CopyView = {
  readonly name: CopyName;
  /**
   * `whole`: the open vault's key vouches for its every byte. `unproven`: it reads as a vault, and no key that is at hand
   * says more. `newer`: a later version wrote it. `damaged`: bytes that are no vault, or not what that key sealed.
   */
  readonly state: 'whole' | 'unproven' | 'newer' | 'damaged' | 'unreadable' | 'empty';
  readonly generation: number | null;
  readonly savedAtMs: number | null;
  readonly sizeBytes: number | null;
  /** Whether it is the one that is open now, or its very bytes in another place. */
  readonly use: 'in-use' | 'same-save' | null;
};

/** The passkeys that hold accounts, and how long one touch serves. */
export type HeldView = {
  readonly passkeys: readonly (PasskeyChoice & { readonly wrapId: string; readonly name: string })[];
  readonly keepOpenMinutes: number;
};

/** The code of the current time step and the one after it: enough to show both without asking again until it ends. */
export type CodesView = {
  readonly accountId: string;
  readonly code: string;
  readonly next: string;
  readonly validUntilMs: number;
  readonly periodSeconds: number;
  /** By how many seconds this computer's clock is behind the site's, for which they are corrected; null: not worth a word. */
  readonly clockBehindSeconds: number | null;
};

/** The sign-in run as pages show it. `details` are what the outcome's sentence names. */
export type SignInView =
  | {
      readonly state: 'running';
      readonly accountId: string;
      readonly mode: RunMode;
      readonly waitsUntilMs: number | null;
    }
  | {
      readonly state: 'ended';
      readonly accountId: string;
      readonly outcome: OutcomeCode;
      readonly details: readonly string[];
      readonly hints: readonly Hint[];
      readonly offers: readonly Offer[];
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
  /** Until when the site would refuse a sign-in, as far as is known: too many were submitted. Null while it takes one. */
  readonly signInOpensAtMs: number | null;
  /** Whether a sign-in was asked for while locked, and goes on after an unlock in the popup. */
  readonly signInAsked: boolean;
  /** The passkey-held account whose sign-in was asked for and waits for a touch in the popup, or null. */
  readonly touchAskedFor: string | null;
  /** Until when codes of passkey-held accounts need no further touch, or null. */
  readonly heldUntilMs: number | null;
  /** An older save is open than this browser has held, or null. */
  readonly rollback: Rollback | null;
};

/** What was done that the person may not expect: a key whose white space was dropped, a secret that is short. */
export type Notice = { readonly code: NoticeCode; readonly details: readonly string[] };

export type NoticeCode = 'api-key-trimmed' | 'api-key-signing' | AuthenticatorNotice['code'];
