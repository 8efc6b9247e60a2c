import { findFirefox } from '../find-browser.mjs';

/** One thing that `npm test` runs: a Node program with arguments. A step that is no test runner counts as one test. */
export type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly minutes: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The test runner whose report tells the count. Without one, the exit code does. */
  readonly report?: 'vitest' | 'playwright';
  /** Makes no sense without this other step. */
  readonly needs?: string;
  /** Why it cannot run here. */
  readonly missing?: string;
};

/** Where a step's report is written and read. */
export function reportPath(name: string): string {
  return `.output/test/${name}.json`;
}

function vitest(name: string, ...args: readonly string[]): readonly string[] {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath(name)}`];
  return ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters];
}

const wxtBuild = (browser: string) => ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', browser];
const tsc = (project: string) => ['node_modules/typescript/bin/tsc', '--project', project];
const webExtLint = ['node_modules/web-ext/bin/web-ext.js', 'lint', '--no-config-discovery', '--source-dir'];

/** The stages follow each other; the steps of one run side by side. Builds come alone: both write the generated types. */
export function listStages(): readonly (readonly Step[])[] {
  const noFirefox = findFirefox() === undefined ? { missing: 'no firefox-esr, firefox or LATCHKEY_FIREFOX' } : {};
  return [
    [{ name: 'build-chrome', args: wxtBuild('chrome'), minutes: 3 }],
    [{ name: 'build-firefox', args: wxtBuild('firefox'), minutes: 3 }],
    [
      { name: 'unit', args: vitest('unit'), minutes: 10, report: 'vitest' },
      { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check'], minutes: 2 },
      { name: 'types', args: tsc('tsconfig.json'), minutes: 3 },
      { name: 'types-of-pure-libs', args: tsc('tsconfig.pure.json'), minutes: 3 },
      {
        name: 'built-files',
        args: vitest('built-files', '--config', 'vitest.build.config.ts'),
        minutes: 3,
        report: 'vitest',
        needs: 'build-chrome',
      },
      { name: 'web-ext-lint', args: [...webExtLint, '.output/firefox-mv3'], minutes: 3, needs: 'build-firefox' },
    ],
    [
      {
        name: 'end-to-end',
        args: ['node_modules/playwright/cli.js', 'test'],
        minutes: 20,
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath('end-to-end') },
        report: 'playwright',
        needs: 'build-chrome',
      },
    ],
    [
      {
        name: 'firefox',
        args: ['--import', 'tsx', 'e2e/firefox/smoke.ts'],
        minutes: 3,
        needs: 'build-firefox',
        ...noFirefox,
      },
    ],
  ];
}
