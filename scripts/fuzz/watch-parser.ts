import fc from 'fast-check';

/** Something that reads what others made, under the name of what it reads, and inputs for it. */
export type Parser = { readonly name: string; readonly run: (runs: number, seed: number) => Promise<Watched> };

/** How it went. `taken` counts the inputs that were not refused. */
export type Watched = { readonly taken: number; readonly slowestMs: number; readonly slow: number };

/** An input that takes longer than this counts as slow. Nothing fails for it: machines are slow for many reasons. */
export const SLOW_MS = 100;

const PROTOTYPES = [Object, Array, String, Number, Boolean, Function, Map, Set, Promise, Uint8Array, RegExp, Date].map(
  ({ prototype }) => prototype as object,
);

function describePrototypes(): string {
  return PROTOTYPES.map(prototype => Reflect.ownKeys(prototype).length).join();
}

const UNTOUCHED = describePrototypes();
const ENDS = new Set<object | null>([null, ...PROTOTYPES]);

/** Throws where an object has a prototype that an input could have given it. Classes of our own count as the end of a way. */
function checkPrototypes(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const prototype: object | null = Object.getPrototypeOf(value);
  const isOwnClass = prototype !== null && Object.hasOwn(prototype, 'constructor');
  if (!ENDS.has(prototype) && !isOwnClass) throw new Error('an object got another prototype');
  for (const member of Object.values(value)) checkPrototypes(member);
}

/** Whether a parser took its input: it gave neither null, nor false, nor a failure, nor issues. */
function isTaken(output: unknown): boolean {
  if (output === null || output === undefined || output === false) return false;
  if (typeof output !== 'object') return true;
  if ('ok' in output) return output.ok === true;
  return 'success' in output ? output.success === true : true;
}

/**
 * A parser to be tried. It fails at an exception, at a promise that rejects, and at a prototype that was changed; the error
 * says the seed and the smallest input that was found for it.
 */
export function watchParser<T>(name: string, inputs: fc.Arbitrary<T>, parse: (input: T) => unknown): Parser {
  return {
    name,
    async run(runs, seed) {
      let [taken, slowestMs, slow] = [0, 0, 0];
      const property = fc.asyncProperty(inputs, async input => {
        const startedAt = performance.now();
        const output = await parse(input);
        const tookMs = performance.now() - startedAt;
        slowestMs = Math.max(slowestMs, tookMs);
        slow += tookMs > SLOW_MS ? 1 : 0;
        taken += isTaken(output) ? 1 : 0;
        checkPrototypes(output);
        if (describePrototypes() !== UNTOUCHED) throw new Error('a prototype was changed');
      });
      await fc.assert(property, { numRuns: runs, seed });
      return { taken, slowestMs, slow };
    },
  };
}
