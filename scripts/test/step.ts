/** One thing that `npm test` runs: a Node program with arguments. A step that is no test runner counts as one test. */
export type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly minutes: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The test runner whose report tells the count. Without one, the exit code does. */
  readonly report?: 'vitest' | 'playwright';
  /** What it does, in one line that is worth reading when all is well; {@link LAST_LINE} is the last one that it prints. */
  readonly does?: string;
  /** Makes no sense where one of these other steps failed. */
  readonly needs?: readonly string[];
  /** Why it cannot run here. */
  readonly missing?: string;
};

/** Where a step's report is written and read. */
export function reportPath(name: string): string {
  return `.output/test/${name}.json`;
}

/** Stands for the last line that a step prints, where that says with figures what it did. */
export const LAST_LINE = 'last line';
