/** One thing that `npm test` runs: a Node program with arguments. A step that is no test runner counts as one test. */
export type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly minutes: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The test runner whose report tells the count. Without one, the exit code does. */
  readonly report?: 'vitest' | 'playwright';
  /** Makes no sense where one of these other steps failed. */
  readonly needs?: readonly string[];
  /** Why it cannot run here. */
  readonly missing?: string;
};

/** Where a step's report is written and read. */
export function reportPath(name: string): string {
  return `.output/test/${name}.json`;
}
