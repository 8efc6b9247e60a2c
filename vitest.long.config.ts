import { mergeConfig } from 'vitest/config';
import base from './vitest.config';

// The unit tests again, with more and other random cases in each property test that does not count its own.
export default mergeConfig(base, {
  test: { setupFiles: ['scripts/test-long/raise-runs.ts'], testTimeout: 300_000 },
});
