import { writeCount } from './count';
import type { StepResult } from './run-step';

const LINES_SHOWN = 150;

/** One line about a step, one of its own where it has something to say, and all that it printed where it failed. */
export function printResult({ name, count, seconds, note, did, log }: StepResult): void {
  const verdict = count.failed > 0 ? 'FAILED ' : count.passed > 0 ? 'ok     ' : 'skipped';
  const details = note ?? `${`${seconds.toFixed(1)} s`.padStart(8)}  ${writeCount(count)}`;
  console.log(`${verdict} ${name.padEnd(19)} ${details}`);
  if (did !== undefined && count.failed === 0) console.log(`        ${did}`);
  if (count.failed > 0) console.log(`${shorten(log.trimEnd(), name)}\n`);
}

/** The end of a long log, where runners repeat their failures, without the lines about what passed: those are counted. */
function shorten(log: string, name: string): string {
  const lines = log.split('\n').filter(line => !/^ *✓ /.test(line));
  if (lines.length <= LINES_SHOWN) return lines.join('\n');
  return [`... (all of it: .output/test/${name}.log)`, ...lines.slice(-LINES_SHOWN)].join('\n');
}
