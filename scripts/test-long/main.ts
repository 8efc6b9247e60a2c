import { chooseStages } from '../test/choose-stages';
import { runStages } from '../test/run-stages';
import { listLongStages } from './steps';

const AIM_MINUTES = 25;

const names = process.argv.slice(2);
const all = listLongStages();
// One that is run alone brings along what it needs.
const needed = all.flat().flatMap(step => (names.includes(step.name) ? (step.needs ?? []) : []));
const stages = chooseStages(all, [...needed, ...names]);
if (typeof stages === 'string') console.log(`${stages}\n0 passed, 1 failed`);
process.exitCode = typeof stages === 'string' ? 2 : await runStages(stages, AIM_MINUTES);
