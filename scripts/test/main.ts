import { addCounts, writeCount } from './count';
import { printResult } from './print-result';
import { runStep, type StepResult, skipStep } from './run-step';
import { listStages, type Step } from './steps';

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

/** The stages with only the steps that were asked for by name; all of them where none was. */
function chooseStages(names: readonly string[]): readonly (readonly Step[])[] {
  const stages = listStages();
  const known = stages.flat().map(step => step.name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no test step “${unknown}”. The steps are: ${known.join(', ')}.`);
  return names.length === 0 ? stages : stages.map(stage => stage.filter(step => names.includes(step.name)));
}

async function runAll(names: readonly string[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const stage of chooseStages(names)) results.push(...(await runStage(stage, results)));
  return results;
}

const startedAt = performance.now();
try {
  const total = addCounts((await runAll(process.argv.slice(2))).map(result => result.count));
  console.log(`in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  console.log(writeCount(total));
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
