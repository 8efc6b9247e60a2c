import { defineConfig } from 'vitest/config';

// Checks of what was built, apart from the unit tests because they need a build in .output/.
export default defineConfig({
  test: {
    include: ['scripts/check-{build,demo}/*.check.ts'],
    environment: 'node',
    sequence: { shuffle: true },
    // Those of the demo each start a browser.
    maxConcurrency: 2,
  },
});
