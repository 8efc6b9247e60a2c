// What every npm script is: set up, work, exit code. Plain JavaScript without dependencies: it runs before `npm ci`.
import { setUp } from './set-up.mjs';

/**
 * Sets up as `needs` says and then works. The exit code is what the work gives, 0 where it gives none. What goes wrong is
 * said in one sentence, and the exit code is 1.
 */
export async function runScript(needs, work, sayFailure = console.error) {
  try {
    await setUp(needs);
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    sayFailure(error.message);
    process.exitCode = 1;
  }
}

/** The failure of a script whose last line is a count of tests. */
export function sayFailureAsCount(sentence) {
  console.log(`${sentence}\n0 passed, 1 failed`);
}
