import type * as v from 'valibot';

/** Who speaks, as the browser says and never as the message says: a page of ours, or our script on the login page. */
export type Caller = 'page' | 'login-page';

/** One line of the trust table (protocol.ts): who may send a message, and what it must look like. */
export type Row = {
  readonly from: Caller;
  /** Whether a person does this on purpose: it puts off the lock by inactivity. */
  readonly act: boolean;
  readonly input: v.GenericSchema;
  readonly output: Type<unknown>;
};

/** A type that stands in the table as a value: the output of a row is checked by the compiler, not at run time. */
export type Type<T> = { readonly type?: T };

/** The type of a row's output. */
export function type<T>(): Type<T> {
  return {};
}
