import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{lib,components,entrypoints,scripts,e2e/site}/**/*.test.{ts,tsx}'],
    // Components ask for a DOM by a comment at their head; everything else runs without one.
    environment: 'node',
    sequence: { shuffle: true },
    typecheck: { enabled: false },
  },
});
