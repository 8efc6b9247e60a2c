import { expect, it } from 'vitest';
import { PARSERS } from './parsers';

const RUNS = 300;
const SEED = 20_261_123;

it('no two parsers have one name', () => {
  const names = PARSERS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it.each(PARSERS)('$name: refuses what is wrong without an exception', async ({ run }) => {
  await run(RUNS, SEED);
});
