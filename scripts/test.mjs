// npm test: sets up, then proves everything. `npm test -- NAME ...` runs only the named steps. The last line is the count.
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

async function runTests() {
  try {
    await setUp({ wantsFirefox: process.env.CI === 'true' });
  } catch (error) {
    console.log(error.message);
    console.log('0 passed, 1 failed');
    return 1;
  }
  const args = ['--import', 'tsx', 'scripts/test/main.ts', ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, args, { inherit: true });
  return code ?? 1;
}

process.exitCode = await runTests();
