import { runStages } from '../test/run-stages';
import { LONG, listLongStages } from './steps';

console.log(`unit tests with ${LONG.propertyRuns} random cases per property, unless it sets a number of its own;`);
console.log(`every sign-in test, on each layout, ${LONG.repeats} times`);
process.exitCode = await runStages(listLongStages());
