import { runsPlaywright, runsVitest } from '../test/runners';
import type { Step } from '../test/step';
import { BUILD_CHROME } from '../test/steps';

/** How many random cases a property test tries, and how often each sign-in test runs. */
export const LONG = { propertyRuns: '2000', repeats: 5 };

const PROPERTIES: Step = {
  ...runsVitest('long-unit', '--config', 'vitest.long.config.ts'),
  minutes: 40,
  env: { LATCHKEY_PROPERTY_RUNS: LONG.propertyRuns },
};

const SIGN_INS: Step = {
  ...runsPlaywright('long-sign-in', 'sign-in', `--repeat-each=${LONG.repeats}`),
  minutes: 40,
  needs: [BUILD_CHROME.name],
};

/** What takes too long for every change: many more random cases, and the sign-ins on each layout again and again. */
export function listLongStages(): readonly (readonly Step[])[] {
  return [[BUILD_CHROME], [PROPERTIES], [SIGN_INS]];
}
