// npm test: sets up, then proves everything. `npm test -- NAME ...` runs only the named steps. The last line is the count.
import { runTypeScript } from './run-command.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp({ wantsFirefox: process.env.CI === 'true' });
  process.exitCode = await runTypeScript('scripts/test/main.ts', process.argv.slice(2));
} catch (error) {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
}
