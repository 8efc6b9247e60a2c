import { chooseStages } from './choose-stages';
import { runStages } from './run-stages';
import { listStages } from './steps';

const AIM_MINUTES = 6;

const stages = chooseStages(listStages(), process.argv.slice(2));
if (typeof stages === 'string') console.log(`${stages}\n0 passed, 1 failed`);
process.exitCode = typeof stages === 'string' ? 2 : await runStages(stages, AIM_MINUTES);
