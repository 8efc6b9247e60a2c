// npm run build: both browsers, one after the other since both write the generated types.
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp({ needsBrowser: false });
  for (const browser of ['chrome', 'firefox']) {
    const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', browser];
    const { ok } = await runCommand(process.execPath, args, { inherit: true });
    if (!ok) throw new Error(`The ${browser} build failed, as printed above.`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
