import { describe, expect, it } from 'vitest';
import { chooseStages } from './choose-stages';
import type { Step } from './step';

const step = (name: string, needs: readonly string[] = []): Step => ({ name, args: [], minutes: 1, needs });

const STAGES = [[step('build')], [step('unit'), step('built-files', ['build'])], [step('end-to-end', ['build'])]];

function namesOf(chosen: ReturnType<typeof chooseStages>): unknown {
  return typeof chosen === 'string' ? chosen : chosen.flat().map(({ name }) => name);
}

describe('the steps that are run', () => {
  it('are all of them where none is named', () => {
    expect(chooseStages(STAGES, [])).toBe(STAGES);
  });

  it('are the named ones, and before them what they need', () => {
    expect(namesOf(chooseStages(STAGES, ['unit']))).toEqual(['unit']);
    expect(namesOf(chooseStages(STAGES, ['built-files', 'end-to-end']))).toEqual([
      'build',
      'built-files',
      'end-to-end',
    ]);
  });

  it('are said where a name is none of theirs', () => {
    expect(chooseStages(STAGES, ['--help'])).toBe(
      'There is no test step “--help”. The steps are: build, unit, built-files, end-to-end.',
    );
  });
});
