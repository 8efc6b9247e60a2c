import { describe, expect, it } from 'vitest';
import { addCounts, countReport, writeCount } from './count';

const vitest = (changes: object = {}) =>
  JSON.stringify({
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ status: 'passed', assertionResults: [{}] }],
    ...changes,
  });
const playwright = (changes: object = {}) =>
  JSON.stringify({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 2, ...changes } });

describe('what a report counts', () => {
  it('Vitest: pending and todo are skipped', () => {
    expect(countReport('vitest', vitest(), true)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  it('Vitest: a file that does not load is one failure', () => {
    const broken = vitest({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countReport('vitest', broken, false)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('Playwright: expected pass, unexpected and flaky fail', () => {
    expect(countReport('playwright', playwright(), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    const bad = playwright({ unexpected: 2, flaky: 1 });
    expect(countReport('playwright', bad, false)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('a runner that failed without a failed test failed all the same', () => {
    expect(countReport('vitest', vitest(), false).failed).toBe(1);
    expect(countReport('playwright', playwright(), false).failed).toBe(1);
  });

  it.each([null, '', '{', 'null', '{}', '{"stats":{}}'])('report %o is a failure', text => {
    expect(countReport('vitest', text, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countReport('playwright', text, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('counts add up', () => {
  const counts = [
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ];
  expect(addCounts(counts)).toEqual({ passed: 11, failed: 22, skipped: 33 });
  expect(addCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

it('the closing line names skipped tests only where there are any', () => {
  expect(writeCount({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(writeCount({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
