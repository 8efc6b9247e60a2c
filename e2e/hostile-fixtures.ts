import { test as base } from 'playwright/test';
import type { HostileBrowser } from './harness/hostile-browser';
import { openHostileBrowser } from './harness/hostile-browser';

/** For pages that are many and small: one browser serves all of them, and every test leaves it as it was. */
export const test = base.extend<{ readonly tidied: undefined }, { readonly hostile: HostileBrowser }>({
  hostile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const hostile = await openHostileBrowser();
      await use(hostile);
      await hostile.close();
    },
    { scope: 'worker' },
  ],
  tidied: [
    async ({ hostile }, use) => {
      await use(undefined);
      await hostile.tidy();
    },
    { auto: true },
  ],
});
