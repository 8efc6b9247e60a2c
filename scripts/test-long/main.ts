import { chooseStages } from '../test/choose-stages';
import { runStages } from '../test/run-stages';
import { listLongStages } from './steps';

const AIM_MINUTES = 25;

const stages = chooseStages(listLongStages(), process.argv.slice(2));
if (typeof stages === 'string') console.log(`${stages}\n0 passed, 1 failed`);
process.exitCode = typeof stages === 'string' ? 2 : await runStages(stages, AIM_MINUTES);
