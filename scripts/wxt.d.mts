import type { CommandOptions } from './run-command.mjs';

/** What Node is given to run WXT. */
export function wxtArguments(...args: readonly string[]): readonly string[];

/** The environment in which a build is one for Chrome's store. */
export const FOR_STORE: Readonly<Record<string, string>>;

/** Runs WXT. Where it fails, what it said is printed and the rejection says that. */
export function runWxt(args: readonly string[], options?: CommandOptions): Promise<void>;
