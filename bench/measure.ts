/** What several runs of one thing took, in milliseconds. */
export type Timing = { readonly median: number; readonly least: number; readonly most: number };

/**
 * Times things by turns: whatever slows the machine down for a while then slows all of them. Each is run once before, so
 * that nothing is compiled while it is timed.
 */
export async function measureByTurns<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Readonly<Record<Name, Timing>>> {
  const names = Object.keys(subjects) as Name[];
  for (const name of names) await subjects[name]();
  const taken = new Map<Name, number[]>(names.map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const startedAt = performance.now();
      await subjects[name]();
      taken.get(name)?.push(performance.now() - startedAt);
    }
  }
  const entries = names.map(name => [name, summarise(taken.get(name) ?? [])] as const);
  return Object.fromEntries(entries) as Record<Name, Timing>;
}

function summarise(times: readonly number[]): Timing {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}
