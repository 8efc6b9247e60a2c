// npm run test:long: what `npm test` has no time for, within bounds. The last line is the count.
import { runTypeScript } from './run-command.mjs';
import { runScript, sayFailureAsCount } from './run-script.mjs';

await runScript({}, () => runTypeScript('scripts/test-long/main.ts'), sayFailureAsCount);
