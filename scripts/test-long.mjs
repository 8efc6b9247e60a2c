// npm run test:long: what `npm test` has no time for, within bounds. `npm run test:long -- NAME ...` runs only the named
// rounds. The last line is the count.
import { runTypeScript } from './run-command.mjs';
import { runScript, sayFailureAsCount } from './run-script.mjs';

await runScript({}, () => runTypeScript('scripts/test-long/main.ts', process.argv.slice(2)), sayFailureAsCount);
