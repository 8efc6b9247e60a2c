import { addCounts, writeCount } from './count';
import { printResult } from './print-result';
import type { StepResult } from './run-step';
import { runStep, skipStep } from './run-step';
import type { Step } from './step';

/** As many steps side by side as the smallest machine has cores. */
const WIDTH = 2;

/** Runs the steps of one stage, the first two at once and each further one as soon as there is room. */
async function runStage(steps: readonly Step[], before: readonly StepResult[]): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { needs = [], missing } = step;
      const broken = before.find(result => needs.includes(result.name) && result.count.failed > 0);
      const reason = missing ?? (broken === undefined ? undefined : `${broken.name} failed`);
      const result = reason === undefined ? await runStep(step) : skipStep(step, reason);
      printResult(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return results;
}

/**
 * Runs the stages in turn and prints the count as the last line. Gives the exit code: 0 only if something passed and
 * nothing failed. Taking longer than `aimMinutes` is said and fails nothing: a time depends on the machine.
 */
export async function runStages(stages: readonly (readonly Step[])[], aimMinutes?: number): Promise<number> {
  const startedAt = performance.now();
  const results: StepResult[] = [];
  for (const stage of stages) results.push(...(await runStage(stage, results)));
  const total = addCounts(results.map(result => result.count));
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`in ${seconds} s`);
  if (aimMinutes !== undefined && seconds > aimMinutes * 60) {
    console.log(`That is more than the ${aimMinutes} minutes it may take on a machine with two free cores.`);
  }
  console.log(writeCount(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
