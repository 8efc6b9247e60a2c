import { runStages } from './run-stages';
import type { Step } from './step';
import { listStages } from './steps';

const AIM_MINUTES = 6;

/** The stages with only the steps that were asked for by name, all of them where none was; or what is wrong with a name. */
function chooseStages(names: readonly string[]): readonly (readonly Step[])[] | string {
  const stages = listStages();
  const known = stages.flat().map(step => step.name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) return `There is no test step “${unknown}”. The steps are: ${known.join(', ')}.`;
  return names.length === 0 ? stages : stages.map(stage => stage.filter(step => names.includes(step.name)));
}

const stages = chooseStages(process.argv.slice(2));
if (typeof stages === 'string') console.log(`${stages}\n0 passed, 1 failed`);
process.exitCode = typeof stages === 'string' ? 2 : await runStages(stages, AIM_MINUTES);
