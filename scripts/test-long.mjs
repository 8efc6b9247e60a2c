// npm run test:long: what `npm test` has no time for, within bounds. The last line is the count.
import { runTypeScript } from './run-command.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp();
  process.exitCode = await runTypeScript('scripts/test-long/main.ts');
} catch (error) {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
}
