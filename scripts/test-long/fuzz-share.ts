// One of the processes that fuzz.ts shares its work among: it is sent the place of a parser, and answers how that went.
import { PARSERS } from '../fuzz/parsers';
import type { Watched } from '../fuzz/watch-parser';

export type Task = { readonly index: number; readonly runs: number; readonly seed: number };

/** `trouble` is what fast-check says of an input that a parser did not stand. */
export type Answer = { readonly name: string; readonly watched: Watched | null; readonly trouble: string };

process.on('message', async ({ index, runs, seed }: Task) => {
  const parser = PARSERS[index];
  if (parser === undefined) throw new Error(`there is no parser ${index}`);
  const answer = await parser.run(runs, seed).then(
    (watched): Answer => ({ name: parser.name, watched, trouble: '' }),
    (error): Answer => ({ name: parser.name, watched: null, trouble: String(error) }),
  );
  process.send?.(answer);
});
