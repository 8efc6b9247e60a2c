import { findFirefox } from '../find-browser.mjs';
import { FOR_STORE, wxtArguments } from '../wxt.mjs';
import { runsPlaywright, runsRound, runsVitest } from './runners';
import type { Step } from './step';

const tsc = (project: string) => ['node_modules/typescript/bin/tsc', '--project', project];
const webExtLint = ['node_modules/web-ext/bin/web-ext.js', 'lint', '--no-config-discovery', '--source-dir'];
const checkBuild = ['--config', 'vitest.build.config.ts'];

/** Builds what people load, for all that needs a browser with Latchkey. */
export const BUILD_CHROME: Step = {
  name: 'build-chrome',
  args: wxtArguments('build', '--browser', 'chrome'),
  minutes: 3,
};

/** Builds what Firefox loads. */
export const BUILD_FIREFOX: Step = {
  name: 'build-firefox',
  args: wxtArguments('build', '--browser', 'firefox'),
  minutes: 3,
};

const BUILD_STORE: Step = {
  name: 'build-store',
  args: wxtArguments('build', '--browser', 'chrome', '--config', 'scripts/check-build/store.config.ts'),
  minutes: 3,
  env: FOR_STORE,
};

/** The part of a step that says that it needs Latchkey in a Firefox. */
export function needsFirefox(): Pick<Step, 'needs' | 'missing'> {
  const missing = findFirefox() === undefined ? { missing: 'no firefox-esr, firefox or LATCHKEY_FIREFOX' } : {};
  return { needs: [BUILD_FIREFOX.name], ...missing };
}

/**
 * The stages follow each other; the steps of one run side by side, in this order. Builds come alone: all write the generated
 * types. The browsers wait half of their time, so what computes runs beside them; what says soonest that something is wrong,
 * first.
 */
export function listStages(): readonly (readonly Step[])[] {
  return [
    [BUILD_CHROME],
    [BUILD_FIREFOX],
    [BUILD_STORE],
    [
      { ...runsPlaywright('end-to-end'), minutes: 20, needs: [BUILD_CHROME.name] },
      { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check'], minutes: 2 },
      { name: 'types', args: tsc('tsconfig.json'), minutes: 3 },
      { name: 'types-of-pure-libs', args: tsc('tsconfig.pure.json'), minutes: 3 },
      {
        ...runsVitest('built-files', ...checkBuild, 'scripts/check-build'),
        minutes: 3,
        needs: [BUILD_CHROME.name, BUILD_FIREFOX.name, BUILD_STORE.name],
      },
      { name: 'web-ext-lint', args: [...webExtLint, '.output/firefox-mv3'], minutes: 3, needs: [BUILD_FIREFOX.name] },
      { ...runsVitest('unit'), minutes: 15 },
      { ...runsVitest('demo', ...checkBuild, 'scripts/check-demo'), minutes: 10, needs: [BUILD_CHROME.name] },
    ],
    [
      // What it prescribes to Chromium is nothing to Firefox.
      { ...runsRound('alone'), minutes: 3, needs: [BUILD_CHROME.name] },
      {
        name: 'firefox',
        args: ['--import', 'tsx', 'e2e/firefox/smoke.ts'],
        minutes: 3,
        ...needsFirefox(),
      },
    ],
  ];
}
