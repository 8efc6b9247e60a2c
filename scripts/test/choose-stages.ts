import type { Step } from './step';

type Stages = readonly (readonly Step[])[];

/**
 * The stages with only the steps that were asked for by name and those that they need, all of them where none was; or what is
 * wrong with a name.
 */
export function chooseStages(stages: Stages, names: readonly string[]): Stages | string {
  const known = stages.flat().map(step => step.name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) return `There is no test step “${unknown}”. The steps are: ${known.join(', ')}.`;
  if (names.length === 0) return stages;
  const needed = stages.flat().flatMap(step => (names.includes(step.name) ? (step.needs ?? []) : []));
  const chosen = [...needed, ...names];
  return stages.map(stage => stage.filter(step => chosen.includes(step.name)));
}
