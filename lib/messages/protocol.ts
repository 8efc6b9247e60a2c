// The trust table: every message that anything may send to the worker, who may send it, and what it must look like.
// A row that is not here does not exist. Pages import this file for its types only; its schemas load in the router.
import * as v from 'valibot';
import { accountDraftSchema } from '../model/draft';
import { type Policy, policySchema } from '../model/policy';
import type { Result } from '../shared/result';
import { type Instruction, reportSchema } from '../signin/run';
import type { Failure } from './failures';
import type { AccountView, CodesView, Notice, Status } from './views';

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

const nothing = v.strictObject({});
const id = v.pipe(v.string(), v.maxLength(64));
const password = v.pipe(v.string(), v.maxLength(4_096));
const account = v.strictObject({ id });
const accountKey = v.strictObject({ id, keyId: id });
const save = v.strictObject({ id: v.nullable(id), baseRevision: v.number(), draft: accountDraftSchema });
const step = v.strictObject({ runId: id, report: reportSchema });

/** An instruction as the login page receives it: a write carries the one value it is for. */
export type ValuedInstruction =
  | Exclude<Instruction, { do: 'write' }>
  | (Extract<Instruction, { do: 'write' }> & { readonly value: string });

export const PROTOCOL = {
  'vault.status': { from: 'page', act: false, input: nothing, output: type<Status>() },
  'vault.create': { from: 'page', act: true, input: v.strictObject({ password }), output: type<null>() },
  'vault.unlock': { from: 'page', act: true, input: v.strictObject({ password }), output: type<null>() },
  'vault.lock': { from: 'page', act: false, input: nothing, output: type<null>() },
  'vault.change-password': {
    from: 'page',
    act: true,
    input: v.strictObject({ current: password, next: password }),
    output: type<null>(),
  },
  'policy.read': { from: 'page', act: false, input: nothing, output: type<Policy>() },
  'policy.save': { from: 'page', act: true, input: policySchema, output: type<null>() },

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
