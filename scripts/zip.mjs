// npm run zip: what the stores take. Chrome's store has a key of its own and refuses a manifest that carries ours; Mozilla
// wants the sources beside the add-on.
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

async function runWxt(args, env = {}) {
  const { ok } = await runCommand(process.execPath, ['node_modules/wxt/bin/wxt.mjs', ...args], { env, inherit: true });
  if (!ok) throw new Error(`wxt ${args.join(' ')} failed, as printed above.`);
}

try {
  await setUp({ needsBrowser: false });
  await runWxt(['zip', '--browser', 'chrome'], { LATCHKEY_FOR_STORE: '1' });
  await runWxt(['zip', '--browser', 'firefox', '--sources']);
  // The folder that people load by hand keeps the key, and with it the extension's id.
  await runWxt(['build', '--browser', 'chrome']);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
