import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{lib,components,entrypoints,scripts,e2e/site}/**/*.test.{ts,tsx}'],
    // Components ask for a DOM by a comment at their head; everything else runs without one.
    environment: 'node',
    setupFiles: ['lib/browser/locks.testing.ts'],
    // A slow machine is no failure: what hangs is ended, and how long something takes is measured in bench/.
    testTimeout: 120_000,
    sequence: { shuffle: true },
    // One for each core of the smallest machine; left alone it takes one fewer than there are.
    maxWorkers: 2,
  },
});
