import { defineConfig } from 'playwright/test';

const LONG = /@long/;
/** What changes the machine for every browser on it, and so runs while no other does. */
const ALONE = /@alone/;
/** These start a browser of their own, by another driver. */
const FIREFOX = '**/e2e/firefox/**';
const ROUNDS: Readonly<Record<string, object>> = {
  long: { grep: LONG },
  alone: { grep: ALONE },
  firefox: { testMatch: `${FIREFOX}/*.spec.ts`, timeout: 120_000 },
};

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.output/test/end-to-end',
  // Each browser takes about a core while it derives a vault's key.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What `npm test` has no time for is tagged or apart, and runs in `npm run test:long`.
  ...(ROUNDS[process.env.LATCHKEY_ROUND ?? ''] ?? { grepInvert: [LONG, ALONE], testIgnore: FIREFOX }),
  // The file goes where PLAYWRIGHT_JSON_OUTPUT_NAME says; `npm test` counts from it.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? 'list' : [['list'], ['json']],
});
