// npm run bench: measures and prints. It asserts nothing: a time depends on the machine and on what else it does.
import { runTypeScript } from './run-command.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp({ needsBrowser: false });
  process.exitCode = await runTypeScript('bench/unlock.ts');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
