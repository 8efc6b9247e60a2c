import { defineConfig } from 'playwright/test';

const LONG = /@long/;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // What `npm test` has no time for is tagged, and runs in `npm run test:long`.
  ...(process.env.LATCHKEY_ROUND === 'long' ? { grep: LONG } : { grepInvert: LONG }),
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
