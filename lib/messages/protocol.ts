// The trust table: every message that anything may send to the worker, who may send it, and what it must look like.
// A row that is not here does not exist. Pages import this file for its types only; its schemas load in the router.
import * as v from 'valibot';
import type { KeptDraft } from '../model/draft';
import type { ManagedPolicy } from '../model/managed';
import type { Policy } from '../model/policy';
import type { Result } from '../shared/result';
import { arrivalSchema } from '../signin/automatic';
import type { Instruction } from '../signin/run';
import { ENROLMENT_ROWS } from './enrolment-rows';
import type { Failure } from './failures';
import { HELD_ROWS } from './held-rows';
import {
  account,
  accountKey,
  copyName,
  draftToKeep,
  id,
  namedPasskey,
  nothing,
  password,
  policyToSave,
  recoveryCode,
  rename,
  renewal,
  save,
  signIn,
  signInMode,
  step,
  submitted,
  wayIn,
} from './inputs';
import { KEY_ROWS } from './key-rows';
import type { Row, Type } from './row';
import { type } from './row';
import type { AccountView, CodesView, CopyView, DoorsView, Notice, RemovedView, Status, WayInView } from './views';

/** An instruction as the login page receives it: a write or a comparison carries the one value it is for. */
export type ValuedInstruction =
  | Exclude<Instruction, { do: 'write' | 'compare' }>
  | (Extract<Instruction, { do: 'write' | 'compare' }> & { readonly value: string });

export const PROTOCOL = {
  'vault.status': { from: 'page', act: false, input: nothing, output: type<Status>() },
  'vault.create': { from: 'page', act: true, input: v.strictObject({ password }), output: type<null>() },
  'vault.unlock': { from: 'page', act: true, input: v.strictObject({ wayIn }), output: type<null>() },
  'vault.lock': { from: 'page', act: false, input: nothing, output: type<null>() },
  /** Opens the vault by a way in other than its password, and gives it a new one. */
  'vault.recover': {
    from: 'page',
    act: true,
    input: v.strictObject({ wayIn, next: password }),
    output: type<null>(),
  },
  /** Forgets everything on this device: asked for by the person, in so many words. */
  'vault.erase': { from: 'page', act: false, input: nothing, output: type<null>() },

  /** What may open the vault, or one copy of it, for a page to ask for: known before anything is. */
  'ways-in.doors': {
    from: 'page',
    act: false,
    input: v.strictObject({ copy: v.nullable(copyName) }),
    output: type<DoorsView>(),
  },
  'ways-in.list': { from: 'page', act: false, input: nothing, output: type<readonly WayInView[]>() },
  'ways-in.change-password': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, next: password }),
    output: type<null>(),
  },
  'ways-in.add-passkey': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, ...namedPasskey.entries }),
    output: type<null>(),
  },
  'ways-in.set-recovery-code': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, code: recoveryCode }),
    output: type<null>(),
  },
  'ways-in.rename': { from: 'page', act: true, input: rename, output: type<null>() },
  'ways-in.remove': { from: 'page', act: true, input: v.strictObject({ proof: wayIn, id }), output: type<null>() },
  /** A new vault key, with the ways in that are given and no others. */
  'ways-in.renew-key': { from: 'page', act: true, input: renewal, output: type<null>() },

  'copies.list': { from: 'page', act: false, input: nothing, output: type<readonly CopyView[]>() },
  /** The bytes of a copy as they lie there, in base64, sealed as they are. */
  'copies.export': {
    from: 'page',
    act: false,
    input: v.strictObject({ name: copyName }),
    output: type<{ readonly envelope: string }>(),
  },
  /** `overNewer`: the person has seen that a later version wrote a copy, and gives it up. */
  'copies.open': {
    from: 'page',
    act: true,
    input: v.strictObject({ name: copyName, wayIn, overNewer: v.boolean() }),
    output: type<null>(),
  },
  /** An older save than this browser has held is open, and the person wants that one. */
  'copies.keep-older': { from: 'page', act: true, input: nothing, output: type<null>() },

  'policy.read': { from: 'page', act: false, input: nothing, output: type<Policy>() },
  /** What an organisation prescribes to this browser. */
  'policy.managed': { from: 'page', act: false, input: nothing, output: type<ManagedPolicy>() },
  'policy.save': { from: 'page', act: true, input: policyToSave, output: type<null>() },
  /** The automatic mode takes a way in to turn on: an open vault alone does not allow it. */
  'policy.set-sign-in-mode': { from: 'page', act: true, input: signInMode, output: type<null>() },

  'drafts.read': {
    from: 'page',
    act: false,
    input: v.strictObject({ accountId: v.nullable(id) }),
    output: type<KeptDraft | null>(),
  },
  'drafts.keep': { from: 'page', act: true, input: draftToKeep, output: type<null>() },
  'drafts.discard': {
    from: 'page',
    act: false,
    input: v.strictObject({ accountId: v.nullable(id) }),
    output: type<null>(),
  },

  ...HELD_ROWS,
  ...KEY_ROWS,

  'accounts.list': { from: 'page', act: false, input: nothing, output: type<readonly AccountView[]>() },
  /** Null: none by default, but the one last used. */
  'accounts.set-default': {
    from: 'page',
    act: true,
    input: v.strictObject({ id: v.nullable(id) }),
    output: type<null>(),
  },
  'accounts.codes': { from: 'page', act: false, input: nothing, output: type<readonly CodesView[]>() },
  'accounts.save': {
    from: 'page',
    act: true,
    input: save,
    output: type<{ readonly id: string; readonly notices: readonly Notice[] }>(),
  },
  'accounts.remove': { from: 'page', act: true, input: account, output: type<null>() },
  /** Those that can still be brought back. */
  'accounts.list-removed': { from: 'page', act: false, input: nothing, output: type<readonly RemovedView[]>() },
  'accounts.restore': { from: 'page', act: true, input: account, output: type<null>() },
  'accounts.reveal-key': { from: 'page', act: true, input: accountKey, output: type<{ readonly key: string }>() },
  /** `atMs`: when, by this computer's clock; absent: now. A code may have changed while the worker was being woken. */
  'accounts.copied': {
    from: 'page',
    act: true,
    input: v.strictObject({
      id,
      what: v.picklist(['key', 'code']),
      atMs: v.exactOptional(v.pipe(v.number(), v.finite())),
    }),
    output: type<{ readonly clears: boolean }>(),
  },

  ...ENROLMENT_ROWS,

  /** `isUnencrypted`: the tab in front shows the site, but as it came over http. */
  'signin.page': {
    from: 'page',
    act: false,
    input: nothing,
    output: type<{ readonly onLoginPage: boolean; readonly isUnencrypted: boolean }>(),
  },
  'signin.start': {
    from: 'page',
    act: true,
    input: signIn,
    output: type<null>(),
  },
  /** The person's word that the site no longer knows an account's authenticator, or that it does after all. */
  'signin.authenticator-dead': {
    from: 'page',
    act: true,
    input: v.strictObject({ id, isDead: v.boolean() }),
    output: type<null>(),
  },
  /** Has an authenticator that was saved as SHA1 make codes of SHA256, which the site wants. */
  'signin.correct-algorithm': { from: 'page', act: true, input: account, output: type<null>() },
  /**
   * Opens the popup's page in a small window, since a passkey's prompt may close a popup. With an account, the sign-in on
   * the login page in front waits there for its touch; without one, what was asked for already goes on there.
   */
  'signin.to-window': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: v.nullable(id) }),
    output: type<null>(),
  },
  /** Ends the run under way, whoever started it. */
  'signin.cancel': { from: 'page', act: true, input: nothing, output: type<null>() },
  'signin.hello': {
    from: 'login-page',
    act: false,
    input: nothing,
    output: type<{ readonly runId: string | null }>(),
  },
  /** This document is new and no run's: one may start by itself. */
  'signin.arrived': { from: 'login-page', act: false, input: arrivalSchema, output: type<null>() },
  'signin.step': { from: 'login-page', act: false, input: step, output: type<ValuedInstruction>() },
  /** The page has sent a sign-in, whoever pressed: when, and nothing else. */
  'signin.submitted': { from: 'login-page', act: false, input: submitted, output: type<null>() },
} as const satisfies Readonly<Record<string, Row>>;

export type MessageName = keyof typeof PROTOCOL;

/** What a sender gives, before the schema has read it. */
export type Input<Name extends MessageName> = v.InferInput<(typeof PROTOCOL)[Name]['input']>;

/** What a handler receives, after the schema has read it. */
export type CheckedInput<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['input']>;

/** Every reply: the output, or what stood in the way. The list of failures is never empty. */
export type Reply<Name extends MessageName> = Result<Output<Name>, readonly Failure[]>;

/** What a message is answered with where it succeeds. */
export type Output<Name extends MessageName> = (typeof PROTOCOL)[Name]['output'] extends Type<infer T> ? T : never;
