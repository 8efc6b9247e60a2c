// The sign-in run as a pure state machine: a run and what the page reports go in, a run and one instruction come out.
// Invariants (docs/decisions/006-sign-in-run.md):
// - a value goes out at most once per run, and "served" is stored before the reply that carries it;
// - a control is pressed at most once per step, and the press that carries the code is the only submit; a run that only
//   fills presses nothing but what uncovers the code's field;
// - a value that was served and never confirmed ends the run: the worker may have died with it under way.
import { SECOND_MS } from '../shared/duration';
import type { Outcome } from './outcome';
import { outcome, outcomeOfStatus } from './outcome';
import { asksFor, asksForAnything, asksForOneThing, isCovered, nameOpenField, planNext } from './plan';
import type { Report, Run, Step } from './run';
import { findSha1Continue } from './sha1-notice';
import type { Snapshot } from './snapshot';

/** How long a page may take to change after a press before the run says that it did not. */
const CHANGE_WITHIN_MS = 15 * SECOND_MS;
/** How long after a good answer to the submit the page may take to move on. */
const MOVE_ON_WITHIN_MS = 4 * SECOND_MS;

function end(run: Run, result: Outcome): Step {
  return { run, instruction: { do: 'end', outcome: result } };
}

/** Takes in what became of the last instruction; an outcome where that ends the run. */
function takeReport(run: Run, { did }: Report): Run | Outcome {
  // A page may send itself off as soon as a field is full: then it is a write that was followed by the stopped leak.
  if (did === 'page-not-ready') return outcome(did);
  if (did === 'failed') return outcome('page-unreachable');
  const pending = run.served.find(kind => !run.written.includes(kind));
  // Before a press: what was filled has something over it now.
  if (pending === undefined && did === 'field-refused') return outcome('page-covered');
  if (pending === undefined) return did === 'form-unsafe' ? outcome(did) : run;
  if (did === 'wrote') return { ...run, written: [...run.written, pending] };
  if (did === 'differs') return outcome('other-email');
  return did === 'field-refused' || did === 'form-unsafe' ? outcome(did, pending) : outcome('interrupted');
}

/**
 * Takes in what was sent without a press of ours. A page that sends itself off as soon as the code is complete has
 * submitted: pressing its button would do it twice. One that merely goes elsewhere has sent nothing, and wherever it leads
 * proves neither key nor authenticator. In a run that only fills, the person presses what leads on.
 */
function countOthersPress(run: Run, { sent, leaving }: Report, nowMs: number): Run {
  if (run.submitted) return run;
  const pressed = { ...run, lastPressAtMs: nowMs, mayMove: true };
  if (run.written.includes('code')) return sent ? { ...pressed, submitted: true } : run;
  return run.mode === 'fill' && !run.mayMove && (sent || leaving !== null) ? pressed : run;
}

/** Names a press by what it is for and what was written before it: the same one is not made twice. */
function namePress(purpose: 'reveal' | 'lead-on', { written }: Run): string {
  return `${purpose}:${written.join('+')}`;
}

/** Whether the last thing that was pressed, by whomever, took the key along and nothing else after it. */
function keyWentLast(run: Run): boolean {
  if (run.written.at(-1) !== 'key' || run.served.includes('code')) return false;
  return run.mode === 'fill' ? run.mayMove : run.pressed.at(-1) === namePress('lead-on', run);
}

/**
 * How a refusal ends the run, or null where it may be about anything else that the page asks for. The key is called refused
 * only by the address that it was sent to, and on a page that asks for it again; a page that goes on to the code has not
 * refused it.
 */
function refusalOf(run: Run, { status, ofForm, snapshot }: Report): Outcome | null {
  const refused = outcomeOfStatus(status);
  if (refused === null || run.submitted) return refused;
  if (refused.code !== 'rejected') return run.lastPressAtMs === null ? null : refused;
  if ((status !== 401 && status !== 403) || !keyWentLast(run)) return null;
  const asksForKey = asksFor(snapshot, 'key');
  if (!asksForKey && asksFor(snapshot, 'code')) return null;
  return run.keyStoodAlone && ofForm && asksForKey ? outcome('key-refused') : refused;
}

function afterSubmit(run: Run, report: Report, nowMs: number): Step {
  const waitedMs = nowMs - (run.lastPressAtMs ?? nowMs);
  const asksAgain = asksForAnything(report.snapshot);
  // The site came back with its form on a page of its own: that is how a page without a script says no.
  if (report.arrived && asksAgain) return end(run, outcome('rejected'));
  const notice = asksAgain || run.sawSha1Notice ? null : findSha1Continue(report.snapshot);
  if (notice !== null) {
    return {
      run: { ...run, sawSha1Notice: true, lastPressAtMs: nowMs, mayMove: true },
      instruction: { do: 'press', signature: notice.signature },
    };
  }
  // A page that hides its form on some other answer, or on one to something else, has not said that it let anybody in.
  const isGood = report.ofForm && report.status !== null && report.status >= 200 && report.status < 300;
  const answered = (isGood || run.sawSha1Notice) && !asksAgain;
  if (answered && waitedMs > MOVE_ON_WITHIN_MS) return end(run, outcome('accepted'));
  if (waitedMs > CHANGE_WITHIN_MS) return end(run, outcome('unconfirmed'));
  return { run, instruction: { do: 'wait' } };
}

/** Asks for what the page wants next, or ends the run where it has wanted nothing that fits for too long. */
function followPlan(run: Run, snapshot: Snapshot, nowMs: number): Step {
  const planned = planNext(snapshot, run.written);
  if (!planned.ok) return end(run, planned.error);
  const plan = planned.value;
  if (plan.act === 'write' || plan.act === 'compare') {
    const signatures = plan.fields.map(({ signature }) => signature);
    const keyStoodAlone = plan.kind === 'key' ? asksForOneThing(snapshot) : run.keyStoodAlone;
    return {
      // What the person pressed before led here: the next document is for the next press.
      run: { ...run, served: [...run.served, plan.kind], keyStoodAlone, mayMove: run.mayMove && run.mode === 'full' },
      instruction:
        plan.act === 'write'
          ? { do: 'write', kind: plan.kind, signatures }
          : { do: 'compare', kind: plan.kind, signatures },
    };
  }
  // Uncovering a field sends nothing; everything else is the person's to press, in their own time.
  if (run.mode === 'fill' && !(plan.act === 'press' && plan.purpose === 'reveal')) {
    return { run, instruction: { do: 'wait' } };
  }
  const press = plan.act === 'press' ? namePress(plan.purpose, run) : null;
  if (plan.act === 'press' && press !== null && !run.pressed.includes(press)) {
    const submitted = plan.purpose === 'lead-on' && run.written.includes('code');
    return {
      run: { ...run, pressed: [...run.pressed, press], lastPressAtMs: nowMs, mayMove: true, submitted },
      instruction: { do: 'press', signature: plan.control.signature },
    };
  }
  const quietMs = nowMs - (run.lastPressAtMs ?? run.startedAtMs);
  if (quietMs <= CHANGE_WITHIN_MS) return { run, instruction: { do: 'wait' } };
  const open = nameOpenField(snapshot);
  if (open !== null) return end(run, outcome('field-unknown', open));
  return end(run, outcome(isCovered(snapshot) ? 'page-covered' : 'page-changed'));
}

/** One step of a run: what the page reported in, what it is to do next out. */
export function advance(before: Run, report: Report, nowMs: number): Step {
  if (nowMs > before.endsAtMs) return end(before, outcome('timed-out'));
  const taken = takeReport(before, report);
  if ('code' in taken) return end(before, taken);
  const run = countOthersPress({ ...taken, heardAtMs: nowMs }, report, nowMs);
  // A page that is on its way out breaks off its own requests: what they say then means nothing.
  if (report.leaving !== null) {
    const left: Run = { ...run, leaving: report.leaving };
    if (run.submitted || run.mayMove) return { run: left, instruction: { do: 'wait' } };
    // Sent off by nobody whom the run follows: the next document has no part in it, and the page may or may not have sent.
    return end(left, outcome(run.written.includes('code') ? 'unconfirmed' : 'page-changed'));
  }
  const refused = refusalOf(run, report);
  if (refused !== null) return end(run, refused);
  if (run.submitted) return afterSubmit(run, report, nowMs);
  if (run.mode === 'fill' && run.written.includes('code')) return end(run, outcome('filled'));
  return followPlan(run, report.snapshot, nowMs);
}
