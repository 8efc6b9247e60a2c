// Random inputs to everything that reads what somebody else made, by several processes. LATCHKEY_FUZZ_SEED repeats a run.
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { PARSERS } from '../fuzz/parsers';
import { SLOW_MS } from '../fuzz/watch-parser';
import type { Answer, Task } from './fuzz-share';

const RUNS = 100_000;
/** As many processes as the smallest machine has cores. */
const WIDTH = 2;

const seed = Number(process.env.LATCHKEY_FUZZ_SEED ?? randomInt(2 ** 31));
const totals = { taken: 0, slow: 0, slowestMs: 0, slowest: '', failed: 0 };

function count({ name, watched, trouble }: Answer): void {
  if (watched === null) {
    totals.failed++;
    console.log(`${name}: ${trouble}`);
    return;
  }
  totals.taken += watched.taken;
  totals.slow += watched.slow;
  if (watched.slowestMs > totals.slowestMs) Object.assign(totals, { slowestMs: watched.slowestMs, slowest: name });
  console.log(`${name}: ${watched.taken} taken, the slowest in ${watched.slowestMs.toFixed(1)} ms`);
}

async function takeTasks(waiting: number[]): Promise<void> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'fuzz-share.ts'));
  const died = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`a process that fuzzes has died (${signal ?? code})`);
  });
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
    child.send({ index, runs: RUNS, seed } satisfies Task);
    const [answer] = await Promise.race([once(child, 'message'), died]);
    count(answer);
  }
  died.catch(() => undefined);
  child.disconnect();
}

console.log(`seed ${seed}`);
const waiting = [...PARSERS.keys()];
await Promise.all(Array.from({ length: WIDTH }, () => takeTasks(waiting)));
const { taken, slow, slowestMs, slowest, failed } = totals;
const share = Math.round((100 * taken) / (RUNS * PARSERS.length));
console.log(
  `${RUNS} random inputs to each of ${PARSERS.length} parsers (seed ${seed}), ${share} % of them taken: ${failed} parsers threw, hung or changed a prototype; the slowest input took ${slowestMs.toFixed(0)} ms (${slowest}), ${slow} took more than ${SLOW_MS} ms`,
);
if (failed > 0) process.exitCode = 1;
