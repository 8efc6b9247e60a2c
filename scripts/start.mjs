// npm start: sets up, then builds and shows Latchkey. See scripts/demo.ts for what it takes and says.
import { runTypeScript } from './run-command.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp();
  process.exitCode = await runTypeScript('scripts/demo.ts', process.argv.slice(2));
} catch (error) {
  console.log(`not signed in: ${error.message}`);
  process.exitCode = 1;
}
