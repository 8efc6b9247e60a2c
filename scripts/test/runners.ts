import type { Step } from './step';
import { reportPath } from './step';

/** The part of a step that says how a test runner is started and reports. */
type Runner = Pick<Step, 'name' | 'args' | 'env' | 'report'>;

/** Vitest with these arguments. */
export function runsVitest(name: string, ...args: readonly string[]): Runner {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath(name)}`];
  return { name, args: ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], report: 'vitest' };
}

/** Playwright with the browser tests of a round, which no other one runs (playwright.config.ts). */
export function runsRound(round: 'long' | 'alone' | 'firefox', name = `${round}-end-to-end`): Runner {
  const runner = runsPlaywright(name);
  return { ...runner, env: { ...runner.env, LATCHKEY_ROUND: round } };
}

/** Playwright with these arguments. */
export function runsPlaywright(name: string, ...args: readonly string[]): Runner {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath(name) };
  return { name, args: ['node_modules/playwright/cli.js', 'test', ...args], env, report: 'playwright' };
}
