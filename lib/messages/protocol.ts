// The trust table: every message that anything may send to the worker, who may send it, and what it must look like.
// A row that is not here does not exist. Pages import this file for its types only; its schemas load in the router.
import * as v from 'valibot';
import type { KeptDraft } from '../model/draft';
import type { Policy } from '../model/policy';
import { policySchema } from '../model/policy';
import type { Result } from '../shared/result';
import type { Instruction } from '../signin/run';
import type { Failure } from './failures';
import {
  account,
  accountKey,
  copyName,
  draftToKeep,
  heldTouch,
  id,
  keepOpenMinutes,
  namedPasskey,
  nothing,
  password,
  recoveryCode,
  rename,
  renewal,
  save,
  step,
  touch,
  wayIn,
} from './inputs';
import type { AccountView, CodesView, CopyView, DoorsView, HeldView, Notice, Status, WayInView } from './views';

/** Who speaks, as the browser says and never as the message says: a page of ours, or our script on the login page. */
export type Caller = 'page' | 'login-page';

type Row = {
  readonly from: Caller;
  /** Whether a person does this on purpose: it puts off the lock by inactivity. */
  readonly act: boolean;
  readonly input: v.GenericSchema;
  readonly output: Type<unknown>;
};

/** A type that stands in the table as a value: the output of a row is checked by the compiler, not at run time. */
type Type<T> = { readonly type?: T };

function type<T>(): Type<T> {
  return {};
}

/** An instruction as the login page receives it: a write carries the one value it is for. */
export type ValuedInstruction =
  | Exclude<Instruction, { do: 'write' }>
  | (Extract<Instruction, { do: 'write' }> & { readonly value: string });

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
  'policy.save': { from: 'page', act: true, input: policySchema, output: type<null>() },

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

  /** Passkey-held accounts. Null until there is one. */
  'held.read': { from: 'page', act: false, input: nothing, output: type<HeldView | null>() },
  /** The first account that is held names passkey and recovery code; later ones take a touch. */
  'held.set-up': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, accountId: id, ...namedPasskey.entries, recoveryCode }),
    output: type<null>(),
  },
  'held.hold': { from: 'page', act: true, input: v.strictObject({ accountId: id, touch }), output: type<null>() },
  /** Takes a touch even while one serves for codes: what it gives back stays in the open. */
  'held.release': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch: heldTouch }),
    output: type<null>(),
  },
  /** Keeps the held key at hand for the minutes that were chosen. */
  'held.open': { from: 'page', act: true, input: v.strictObject({ touch: heldTouch }), output: type<null>() },
  'held.close': { from: 'page', act: false, input: nothing, output: type<null>() },
  'held.code': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch }),
    output: type<CodesView>(),
  },
  'held.add-passkey': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, touch: heldTouch, ...namedPasskey.entries }),
    output: type<null>(),
  },
  'held.remove-passkey': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, wrapId: id }),
    output: type<null>(),
  },
  'held.set-recovery-code': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, touch: heldTouch, code: recoveryCode }),
    output: type<null>(),
  },
  'held.set-keep-open': {
    from: 'page',
    act: true,
    input: v.strictObject({ touch: heldTouch, minutes: keepOpenMinutes }),
    output: type<null>(),
  },

  'accounts.list': { from: 'page', act: false, input: nothing, output: type<readonly AccountView[]>() },
  'accounts.codes': { from: 'page', act: false, input: nothing, output: type<readonly CodesView[]>() },
  'accounts.save': {
    from: 'page',
    act: true,
    input: save,
    output: type<{ readonly id: string; readonly notices: readonly Notice[] }>(),
  },
  'accounts.remove': { from: 'page', act: true, input: account, output: type<null>() },
  'accounts.restore': { from: 'page', act: true, input: account, output: type<null>() },
  'accounts.reveal-key': { from: 'page', act: true, input: accountKey, output: type<{ readonly key: string }>() },
  'accounts.copied': {
    from: 'page',
    act: true,
    input: v.strictObject({ id, what: v.picklist(['key', 'code']) }),
    output: type<{ readonly clears: boolean }>(),
  },

  'signin.page': { from: 'page', act: false, input: nothing, output: type<{ readonly onLoginPage: boolean }>() },
  'signin.start': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: v.nullable(id), touch }),
    output: type<null>(),
  },
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
  'signin.hello': {
    from: 'login-page',
    act: false,
    input: nothing,
    output: type<{ readonly runId: string | null }>(),
  },
  'signin.step': { from: 'login-page', act: false, input: step, output: type<ValuedInstruction>() },
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
