// npm test: sets up, then proves everything. `npm test -- NAME ...` runs only the named steps. The last line is the count.
import { runTypeScript } from './run-command.mjs';
import { runScript, sayFailureAsCount } from './run-script.mjs';

await runScript(
  { wantsFirefox: process.env.CI === 'true' },
  () => runTypeScript('scripts/test/main.ts', process.argv.slice(2)),
  sayFailureAsCount,
);
