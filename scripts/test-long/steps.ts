import { reportPath, type Step } from '../test/steps';

/** How many random cases a property test tries, and how often each sign-in test runs. */
export const LONG = { propertyRuns: '2000', repeats: 5 };

const BUILD: Step = {
  name: 'build-chrome',
  args: ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', 'chrome'],
  minutes: 3,
};

const PROPERTIES: Step = {
  name: 'long-unit',
  args: [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.long.config.ts', '--reporter=default'],
    ...['--reporter=json', `--outputFile.json=${reportPath('long-unit')}`],
  ],
  minutes: 40,
  env: { LATCHKEY_PROPERTY_RUNS: LONG.propertyRuns },
  report: 'vitest',
};

const SIGN_INS: Step = {
  name: 'long-sign-in',
  args: ['node_modules/playwright/cli.js', 'test', 'sign-in', `--repeat-each=${LONG.repeats}`],
  minutes: 40,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath('long-sign-in') },
  report: 'playwright',
  needs: BUILD.name,
};

/** What takes too long for every change: many more random cases, and the sign-ins on each layout again and again. */
export function listLongStages(): readonly (readonly Step[])[] {
  return [[BUILD], [PROPERTIES], [SIGN_INS]];
}
