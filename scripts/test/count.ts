// Reads what the test runners report. Invariant: a runner that failed is never counted as having failed nothing.

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The parts of Vitest's JSON report that count. */
type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/** The parts of Playwright's JSON report that count. */
type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};

function countVitest(report: VitestReport): Count {
  // A file that cannot even be loaded reports no tests of its own.
  const brokenFiles = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }: PlaywrightReport): Count {
  // What passes only at the second try fails: whoever turns retries on must not hide anything by it.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** What a step's report says, given whether the step succeeded. A missing or broken report is a failure. */
export function countReport(runner: 'vitest' | 'playwright', text: string | null, succeeded: boolean): Count {
  const failure: Count = { passed: 0, failed: 1, skipped: 0 };
  if (text === null) return failure;
  try {
    const report = JSON.parse(text);
    const count = runner === 'vitest' ? countVitest(report) : countPlaywright(report);
    if (!succeeded && count.failed === 0) return { ...count, failed: 1 };
    return Number.isInteger(count.passed + count.failed + count.skipped) ? count : failure;
  } catch {
    return failure;
  }
}

/** All counts together. */
export function addCounts(counts: readonly Count[]): Count {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
  return {
    passed: sum(count => count.passed),
    failed: sum(count => count.failed),
    skipped: sum(count => count.skipped),
  };
}

/** "3 passed, 0 failed", with the skipped ones where there are any. */
export function writeCount({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
