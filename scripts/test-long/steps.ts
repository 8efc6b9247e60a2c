import { runsPlaywright, runsRound, runsVitest } from '../test/runners';
import type { Step } from '../test/step';
import { LAST_LINE } from '../test/step';
import { BUILD_CHROME, BUILD_FIREFOX, needsFirefox } from '../test/steps';

const PROPERTY_RUNS = '2000';
const REPEATS = 5;

const PROPERTIES: Step = {
  ...runsVitest('long-unit', '--config', 'vitest.long.config.ts'),
  minutes: 40,
  env: { LATCHKEY_PROPERTY_RUNS: PROPERTY_RUNS },
  does: `unit tests with ${PROPERTY_RUNS} random cases per property, unless it sets a number of its own`,
};

const SIGN_INS: Step = {
  ...runsPlaywright('long-sign-in', 'sign-in', `--repeat-each=${REPEATS}`),
  minutes: 40,
  needs: [BUILD_CHROME.name],
  does: `every sign-in test, on each layout, ${REPEATS} times`,
};

const BROWSER_TESTS: Step = {
  ...runsRound('long'),
  minutes: 20,
  needs: [BUILD_CHROME.name],
  does: 'the browser tests that `npm test` has no time for: pictures of every page, and what the disk keeps',
};

const FIREFOX_TESTS: Step = {
  ...runsRound('firefox', 'firefox'),
  minutes: 20,
  does: 'in Firefox: every layout and the whole gallery signed in on, the modes, the age of keys, and what is taken from pages',
};

/** A program of this folder, which ends by saying in one line what it did, with figures. */
function program(name: string, minutes: number, ...needs: readonly string[]): Step {
  return { name, args: ['--import', 'tsx', `scripts/test-long/${name}.ts`], minutes, needs, does: LAST_LINE };
}

/** What takes too long for every change, one after the other: a step that measures must not share the machine. */
export function listLongStages(): readonly (readonly Step[])[] {
  const inBrowser = (name: string, minutes: number) => program(name, minutes, BUILD_CHROME.name);
  return [
    [BUILD_CHROME],
    [PROPERTIES],
    [program('fuzz', 20)],
    [inBrowser('kill', 15)],
    [inBrowser('stop', 15)],
    [inBrowser('disk', 20)],
    [inBrowser('full', 5)],
    [inBrowser('memory', 20)],
    [SIGN_INS],
    [BROWSER_TESTS],
    [BUILD_FIREFOX],
    [{ ...FIREFOX_TESTS, ...needsFirefox() }],
  ];
}
