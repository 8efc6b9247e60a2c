import { defineConfig } from 'vitest/config';

// Checks of what was built, apart from the unit tests because they need a build in .output/.
export default defineConfig({
  test: { include: ['scripts/check-build/*.check.ts'], environment: 'node', sequence: { shuffle: true } },
});
