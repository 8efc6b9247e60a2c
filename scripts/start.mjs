// npm start: sets up, then builds and shows Latchkey. See scripts/demo/help.mjs for what it takes, scripts/demo.ts for what it says.
import { HELP } from './demo/help.mjs';
import { runTypeScript } from './run-command.mjs';
import { runScript } from './run-script.mjs';

if (process.argv.includes('--help')) console.log(HELP);
else {
  await runScript(
    {},
    () => runTypeScript('scripts/demo.ts', process.argv.slice(2)),
    reason => console.log(`not signed in: ${reason}`),
  );
}
