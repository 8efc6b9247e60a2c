import { advance } from './advance';
import type { Instruction, Report, Run, RunStart } from './run';
import { bindDocument, startRun } from './run';
import type { Snapshot } from './snapshot';

export const START_MS = 1_800_000_000_000;
export const TAB = 7;
export const DOCUMENT = 'document-1';

/** What a run of these tests is started with. */
export const START: RunStart = {
  runId: 'run',
  tabId: TAB,
  accountId: 'account',
  gesture: 'command',
  unlockedAtMs: START_MS,
  mode: 'full',
  agreed: [],
};

/** A run that has just been bound to the document that answered the gesture. */
export function boundRun(): Run {
  const run = bindDocument(startRun({ ...START, gesture: 'popup' }, START_MS), TAB, DOCUMENT, START_MS);
  if (run === null) throw new Error('the first document was not taken');
  return run;
}

export function report(snapshot: Snapshot, changes: Partial<Report> = {}): Report {
  const quiet = { status: null, ofForm: true, arrived: false, sent: false, leaving: null };
  return { did: 'nothing', ...quiet, snapshot, ...changes };
}

/** An instruction in one line: `write email`, `compare email`, `press submit-btn`, `wait`, `end rejected`. */
export function inWords(instruction: Instruction): string {
  if (instruction.do === 'write' || instruction.do === 'compare') return `${instruction.do} ${instruction.kind}`;
  if (instruction.do === 'press') return instruction.signature.replace('control', 'press');
  return instruction.do === 'end'
    ? ['end', instruction.outcome.code, ...instruction.outcome.details].join(' ')
    : 'wait';
}

/** A run with the clock beside it: `step` reports what the page is and gives the answer in words. */
export class RunDriver {
  run: Run = boundRun();
  nowMs: number = START_MS;

  step(snapshot: Snapshot, changes: Partial<Report> = {}, laterMs = 100): string {
    this.nowMs += laterMs;
    const { run, instruction } = advance(this.run, report(snapshot, changes), this.nowMs);
    this.run = run;
    return inWords(instruction);
  }
}
