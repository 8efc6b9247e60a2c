import { chooseStages } from './choose-stages';
import { runStages } from './run-stages';
import { listStages } from './steps';

/** For all of it: what was asked for by name takes what it takes. */
const AIM_MINUTES = 6;

const names = process.argv.slice(2);
const stages = chooseStages(listStages(), names);
if (typeof stages === 'string') console.log(`${stages}\n0 passed, 1 failed`);
process.exitCode =
  typeof stages === 'string' ? 2 : await runStages(stages, names.length === 0 ? AIM_MINUTES : undefined);
