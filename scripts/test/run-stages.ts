import { addCounts, writeCount } from './count';
import { printResult } from './print-result';
import { runStep, type StepResult, skipStep } from './run-step';
import type { Step } from './steps';

/** As many steps side by side as the smallest machine has cores. */
const WIDTH = 2;

/** Runs the steps of one stage, the first two at once and each further one as soon as there is room. */
async function runStage(steps: readonly Step[], before: readonly StepResult[]): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { needs, missing } = step;
      const isBroken = before.some(result => result.name === needs && result.count.failed > 0);
      const reason = missing ?? (isBroken ? `${needs} failed` : undefined);
      const result = reason === undefined ? await runStep(step) : skipStep(step, reason);
      printResult(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return results;
}

/** Runs the stages in turn and prints the count as the last line. Gives the exit code: 0 only if something passed and nothing failed. */
export async function runStages(stages: readonly (readonly Step[])[]): Promise<number> {
  const startedAt = performance.now();
  const results: StepResult[] = [];
  for (const stage of stages) results.push(...(await runStage(stage, results)));
  const total = addCounts(results.map(result => result.count));
  console.log(`in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  console.log(writeCount(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
