import { defineConfig } from 'playwright/test';

const LONG = /@long/;
/** What changes the machine for every browser on it, and so runs while no other does. */
const ALONE = /@alone/;
const ROUNDS: Readonly<Record<string, object>> = { long: { grep: LONG }, alone: { grep: ALONE } };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // What `npm test` has no time for is tagged, and runs in `npm run test:long`.
  ...(ROUNDS[process.env.LATCHKEY_ROUND ?? ''] ?? { grepInvert: [LONG, ALONE] }),
  outputDir: '.output/test/end-to-end',
  // Each browser takes about a core while it derives a vault's key.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The file goes where PLAYWRIGHT_JSON_OUTPUT_NAME says; `npm test` counts from it.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? 'list' : [['list'], ['json']],
});
