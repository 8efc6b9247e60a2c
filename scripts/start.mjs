// npm start: sets up, then builds and shows Latchkey. See scripts/demo.ts for what it takes and says.
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

async function start() {
  try {
    await setUp();
  } catch (error) {
    console.log(`not signed in: ${error.message}`);
    return 1;
  }
  const args = ['--import', 'tsx', 'scripts/demo.ts', ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, args, { inherit: true });
  return code ?? 1;
}

process.exitCode = await start();
