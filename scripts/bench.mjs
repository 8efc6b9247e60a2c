// npm run bench: measures and prints. It asserts nothing: a time depends on the machine and on what else it does.
import { runTypeScript } from './run-command.mjs';
import { runScript } from './run-script.mjs';

await runScript({ needsBrowser: false }, () => runTypeScript('bench/unlock.ts'));
