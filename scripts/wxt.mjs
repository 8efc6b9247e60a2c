// WXT's command line. Plain JavaScript without dependencies: it is read before `npm ci`.
import { runCommand } from './run-command.mjs';

/** What Node is given to run WXT. */
export function wxtArguments(...args) {
  return ['node_modules/wxt/bin/wxt.mjs', ...args];
}

/** The environment in which a build is one for Chrome's store: it has a key of its own and refuses a manifest with ours. */
export const FOR_STORE = { LATCHKEY_FOR_STORE: '1' };

/** Runs WXT. Where it fails, what it said is printed and the rejection says that. */
export async function runWxt(args, options) {
  const { ok, output } = await runCommand(process.execPath, wxtArguments(...args), options);
  if (ok) return;
  if (output !== '') console.error(output);
  throw new Error(`wxt ${args.join(' ')} failed, as printed above.`);
}
