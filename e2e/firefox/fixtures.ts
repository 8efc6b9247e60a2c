import { test as base } from 'playwright/test';
import type { FirefoxLatchkey } from './firefox-latchkey';
import { startFirefoxLatchkey } from './firefox-latchkey';

export const test = base.extend<{ readonly firefox: FirefoxLatchkey }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  firefox: async ({}, use) => {
    const firefox = await startFirefoxLatchkey();
    await use(firefox);
    await firefox.close();
  },
});
