import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runCommand } from '../run-command.mjs';
import type { Count } from './count';
import { countReport } from './count';
import type { Step } from './step';
import { LAST_LINE, reportPath } from './step';

/** How a step went. `note` says why it was left out, `did` what it did; `log` is all it printed. */
export type StepResult = {
  readonly name: string;
  readonly count: Count;
  readonly seconds: number;
  readonly note?: string;
  readonly did?: string;
  readonly log: string;
};

const PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED: Count = { passed: 0, failed: 0, skipped: 1 };

/** Runs one step to its end. Its output goes to `.output/test/NAME.log`. */
export async function runStep(step: Step): Promise<StepResult> {
  const { name, args, minutes, report } = step;
  const folder = path.join(ROOT, '.output/test');
  const reportFile = path.join(ROOT, reportPath(name));
  await mkdir(folder, { recursive: true });
  // An old report must not speak for a run that wrote none.
  await rm(reportFile, { force: true });

  const startedAt = performance.now();
  // Nothing asks the network for news, and no colour codes end up in the logs.
  const env = { NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', FORCE_COLOR: '0', ...step.env };
  const { ok, output } = await runCommand(process.execPath, args, { timeoutMs: minutes * 60_000, env });
  const seconds = (performance.now() - startedAt) / 1000;
  await writeFile(path.join(folder, `${name}.log`), output);

  const did = describeWork(step, output);
  if (report === undefined) return { name, count: ok ? PASSED : FAILED, seconds, log: output, ...did };
  const text = await readFile(reportFile, 'utf8').catch(() => null);
  return { name, count: countReport(report, text, ok), seconds, log: output, ...did };
}

function describeWork({ does }: Step, output: string): Pick<StepResult, 'did'> {
  if (does === undefined) return {};
  return { did: does === LAST_LINE ? (output.trimEnd().split('\n').at(-1) ?? '') : does };
}

/** The result of a step that cannot run. */
export function skipStep(step: Step, reason: string): StepResult {
  return { name: step.name, count: SKIPPED, seconds: 0, note: reason, log: '' };
}
