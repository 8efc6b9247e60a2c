// Compiled and never run: the compiler is the test. A line behind `@ts-expect-error` that compiles after all is an error.
import type { Secret } from '../shared/secret';
import type { Input, MessageName, Output, PROTOCOL, Reply } from './protocol';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

type Expect<T extends true> = T;
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The names of rows of which something would not arrive as it was sent. */
type NotJson<Part extends { [Name in MessageName]: unknown }> = {
  [Name in MessageName]: Part[Name] extends Json ? never : Name;
}[MessageName];

/** Every input, output and reply survives JSON: no Map, no Date, no undefined, no class, no function. */
export type EveryInputIsJson = Expect<IsSame<NotJson<{ [Name in MessageName]: Input<Name> }>, never>>;
export type EveryOutputIsJson = Expect<IsSame<NotJson<{ [Name in MessageName]: Output<Name> }>, never>>;
export type EveryReplyIsJson = Expect<IsSame<NotJson<{ [Name in MessageName]: Reply<Name> }>, never>>;

// @ts-expect-error a secret is no JSON, so no row can carry one
export type SecretIsJson = Expect<Secret<'api-key'> extends Json ? true : false>;

/** What the login page may ask for, in full. A row more is a decision about trust. */
type LoginPageRow = {
  [Name in MessageName]: (typeof PROTOCOL)[Name]['from'] extends 'login-page' ? Name : never;
}[MessageName];
export type LoginPageAsksOnly = Expect<
  IsSame<LoginPageRow, 'signin.hello' | 'signin.arrived' | 'signin.step' | 'signin.submitted'>
>;

/** The rows that give out a secret: one key to a page that asked for that key, one value to the login page. */
export type RevealedKey = Expect<IsSame<Output<'accounts.reveal-key'>, { readonly key: string }>>;
/** Besides: backup codes to a person who asked to see them, and the link in a picture that they chose themselves. */
export type RevealedBackupCodes = Expect<
  IsSame<Output<'enrol.show-backup-codes'>, readonly { readonly code: string; readonly used: boolean }[]>
>;
export type RevealedLink = Expect<IsSame<Output<'enrol.read-picture'>, { readonly link: string }>>;

declare function send<Name extends MessageName>(name: Name, input: Input<Name>): Promise<Reply<Name>>;

export async function useOfTheTable(): Promise<void> {
  const unlocked = await send('vault.unlock', { wayIn: { type: 'password', password: 'correct horse' } });
  if (unlocked.ok) unlocked.value satisfies null;
  else unlocked.error satisfies readonly { readonly code: string }[];

  const listed = await send('accounts.list', {});
  if (listed.ok) listed.value[0]?.key?.masked satisfies string | undefined;

  // @ts-expect-error no such row
  await send('vault.export', {});
  // @ts-expect-error the input is missing
  await send('vault.unlock');
  // @ts-expect-error a password is a text
  await send('vault.unlock', { wayIn: { type: 'password', password: 1 } });
  // @ts-expect-error a field that the row does not have
  await send('vault.unlock', { wayIn: { type: 'password', password: 'x', remember: true } });
  // @ts-expect-error a reply has no value before it was asked whether it is one
  unlocked.value;
  // @ts-expect-error cards do not get keys
  if (listed.ok) listed.value[0]?.key?.secret;
}
