// npm start: sets up, then builds and shows Latchkey. See scripts/demo.ts for what it takes and says.
import { runTypeScript } from './run-command.mjs';
import { runScript } from './run-script.mjs';

await runScript(
  {},
  () => runTypeScript('scripts/demo.ts', process.argv.slice(2)),
  reason => console.log(`not signed in: ${reason}`),
);
