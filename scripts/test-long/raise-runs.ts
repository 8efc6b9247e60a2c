import fc from 'fast-check';

const runs = Number(process.env.LATCHKEY_PROPERTY_RUNS);
if (Number.isInteger(runs) && runs > 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs });
