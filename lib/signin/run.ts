// The sign-in run as a pure state machine: a run and what the page reports go in, a run and one instruction come out.
// Invariants (docs/decisions/006-sign-in-run.md):
// - a value goes out at most once per run, and "served" is stored before the reply that carries it;
// - a control is pressed at most once per step, and the press that carries the code is the only submit;
// - a value that was served and never confirmed ends the run: the worker may have died with it under way.
import * as v from 'valibot';
import { SECOND_MS } from '../shared/duration';
import type { ValueKind } from './classify';
import type { Outcome } from './outcome';
import { outcome, outcomeOfStatus } from './outcome';
import { asksForAnything, planNext } from './plan';
import { snapshotSchema } from './snapshot';

/** However slow the page, a run ends after this long; a wait that was announced comes on top. */
export const RUN_MAXIMUM_MS = 120 * SECOND_MS;
/** How long after our own press another document of the same tab may take the run over. */
export const MOVE_WITHIN_MS = 15 * SECOND_MS;
/** How long the first document has to answer the gesture. */
export const ANSWER_WITHIN_MS = 5 * SECOND_MS;
/** How long a page may take to change after a press before the run says that it did not. */
const CHANGE_WITHIN_MS = 15 * SECOND_MS;
/** How long after a good answer to the submit the page may take to move on. */
const MOVE_ON_WITHIN_MS = 4 * SECOND_MS;

const valueKind = v.picklist(['email', 'key', 'code']);

/** A run as it lies in session storage: bound to a tab and a document, and without any value. */
export const runSchema = v.strictObject({
  runId: v.string(),
  gesture: v.picklist(['popup', 'command', 'menu']),
  tabId: v.number(),
  /** Null until the first document answers the gesture. */
  documentId: v.nullable(v.string()),
  accountId: v.string(),
  /** When the vault was unlocked that it draws from: another unlock does not go on with it. */
  unlockedAtMs: v.number(),
  startedAtMs: v.number(),
  endsAtMs: v.number(),
  served: v.array(valueKind),
  written: v.array(valueKind),
  /** What was pressed, each as `purpose:values written by then`. */
  pressed: v.array(v.string()),
  lastPressAtMs: v.nullable(v.number()),
  /** Whether a press was made that no other document has answered yet: one press, one move. */
  mayMove: v.boolean(),
  /** When the page was last heard of. */
  heardAtMs: v.number(),
  submitted: v.boolean(),
  /** Where the bound document said that it is going; the tab's URL, where it may be seen, knows better. */
  leaving: v.nullable(v.picklist(['signed-in', 'elsewhere'])),
  /** While the next code is waited for: until when. Pages show it. */
  waitsUntilMs: v.nullable(v.number()),
});

export type Run = v.InferOutput<typeof runSchema>;

/** What a person did to start it: three places that a page can neither forge nor cover. */
export type Gesture = Run['gesture'];

/** What became of the last instruction, and the HTTP status of the page's own answer since the last press. */
export const reportSchema = v.strictObject({
  did: v.picklist(['nothing', 'wrote', 'field-refused', 'pressed', 'form-unsafe', 'page-not-ready', 'failed']),
  status: v.nullable(v.number()),
  /** Whether this is the first report of a document that took the run over. */
  arrived: v.boolean(),
  /** Whether the page sent a form since the code was written, by itself or by our press. */
  sent: v.boolean(),
  /** Where this document is already going, if anywhere. */
  leaving: v.nullable(v.picklist(['signed-in', 'elsewhere'])),
  snapshot: snapshotSchema,
});

export type Report = v.InferOutput<typeof reportSchema>;

/** What the content script is to do next. The worker adds the value to a write. */
export type Instruction =
  | { readonly do: 'write'; readonly kind: ValueKind; readonly signature: string }
  | { readonly do: 'press'; readonly signature: string }
  | { readonly do: 'wait' }
  | { readonly do: 'end'; readonly outcome: Outcome };

export type Step = { readonly run: Run; readonly instruction: Instruction };

/** What a run is started with: where, for whom, by what, and under which unlock of the vault. */
export type RunStart = Pick<Run, 'runId' | 'tabId' | 'accountId' | 'gesture' | 'unlockedAtMs'>;

/** A run that starts now. */
export function startRun(start: RunStart, nowMs: number): Run {
  return {
    ...start,
    documentId: null,
    startedAtMs: nowMs,
    endsAtMs: nowMs + RUN_MAXIMUM_MS,
    served: [],
    written: [],
    pressed: [],
    lastPressAtMs: null,
    mayMove: false,
    heardAtMs: nowMs,
    submitted: false,
    leaving: null,
    waitsUntilMs: null,
  };
}

/**
 * The run bound to a document that asks to take part in it, or null where it may not: another tab, another document
 * than the bound one, too late after the gesture, or not shortly after our own press. The caller has checked that the
 * document is the active top document of the login page.
 */
export function bindDocument(run: Run, tabId: number, documentId: string, nowMs: number): Run | null {
  if (run.tabId !== tabId || nowMs > run.endsAtMs) return null;
  if (run.documentId === documentId) return run;
  const isFirst = run.documentId === null;
  const invitedAtMs = isFirst ? run.startedAtMs : run.lastPressAtMs;
  if (invitedAtMs === null || (!isFirst && !run.mayMove)) return null;
  const elapsedMs = nowMs - invitedAtMs;
  const isInTime = elapsedMs >= 0 && elapsedMs <= (isFirst ? ANSWER_WITHIN_MS : MOVE_WITHIN_MS);
  return isInTime ? { ...run, documentId, leaving: null, mayMove: false } : null;
}

function end(run: Run, result: Outcome): Step {
  return { run, instruction: { do: 'end', outcome: result } };
}

/** Takes in what became of the last instruction; an outcome where that ends the run. */
function takeReport(run: Run, { did }: Report): Run | Outcome {
  // A page may send itself off as soon as a field is full: then it is a write that was followed by the stopped leak.
  if (did === 'page-not-ready') return outcome(did);
  if (did === 'failed') return outcome('page-unreachable');
  const pending = run.served.find(kind => !run.written.includes(kind));
  if (pending === undefined) return did === 'form-unsafe' ? outcome(did) : run;
  if (did === 'wrote') return { ...run, written: [...run.written, pending] };
  return did === 'field-refused' || did === 'form-unsafe' ? outcome(did, pending) : outcome('interrupted');
}

/** A page that sends itself off as soon as the code is complete has submitted: pressing its button would do it twice. */
function countOwnSubmit(run: Run, { sent }: Report, nowMs: number): Run {
  if (!sent || run.submitted || !run.written.includes('code')) return run;
  return { ...run, submitted: true, lastPressAtMs: nowMs, mayMove: true };
}

function afterSubmit(run: Run, report: Report, nowMs: number): Step {
  const waitedMs = nowMs - (run.lastPressAtMs ?? nowMs);
  const asksAgain = asksForAnything(report.snapshot);
  // The site came back with its form on a page of its own: that is how a page without a script says no.
  if (report.arrived && asksAgain) return end(run, outcome('rejected'));
  const answered = report.status !== null && !asksAgain;
  if (answered && waitedMs > MOVE_ON_WITHIN_MS) return end(run, outcome('accepted'));
  if (waitedMs > CHANGE_WITHIN_MS) return end(run, outcome('unconfirmed'));
  return { run, instruction: { do: 'wait' } };
}

/** The run with a value taken back that may only go out later: what the page reported stays, "served" does not. */
export function postpone(run: Run, kind: ValueKind, untilMs: number, nowMs: number): Run {
  // Asked again while it waits, the same wait is not granted a second time.
  const grantedMs = run.waitsUntilMs === untilMs ? 0 : Math.max(0, untilMs - nowMs);
  const served = run.served.filter(other => other !== kind);
  return { ...run, served, waitsUntilMs: untilMs, endsAtMs: run.endsAtMs + grantedMs };
}

/** One step of a run: what the page reported in, what it is to do next out. */
export function advance(before: Run, report: Report, nowMs: number): Step {
  if (nowMs > before.endsAtMs) return end(before, outcome('timed-out'));
  const taken = takeReport(before, report);
  if ('code' in taken) return end(before, taken);
  const run = countOwnSubmit({ ...taken, heardAtMs: nowMs }, report, nowMs);
  // A page that is on its way out breaks off its own requests: what they say then means nothing.
  if (report.leaving !== null) return { run: { ...run, leaving: report.leaving }, instruction: { do: 'wait' } };
  const refused = outcomeOfStatus(report.status);
  // Before the submit a "no" may be about anything the page asks for; that the site is closed, broken or away is not.
  if (refused !== null && (run.submitted || (refused.code !== 'rejected' && run.lastPressAtMs !== null))) {
    return end(run, refused);
  }
  if (run.submitted) return afterSubmit(run, report, nowMs);

  const planned = planNext(report.snapshot, run.written);
  if (!planned.ok) return end(run, planned.error);
  const plan = planned.value;
  if (plan.act === 'write') {
    return {
      run: { ...run, served: [...run.served, plan.kind] },
      instruction: { do: 'write', kind: plan.kind, signature: plan.field.signature },
    };
  }
  const press = plan.act === 'press' ? `${plan.purpose}:${run.written.join('+')}` : null;
  if (plan.act === 'press' && press !== null && !run.pressed.includes(press)) {
    const submitted = plan.purpose === 'lead-on' && run.written.includes('code');
    return {
      run: { ...run, pressed: [...run.pressed, press], lastPressAtMs: nowMs, mayMove: true, submitted },
      instruction: { do: 'press', signature: plan.control.signature },
    };
  }
  const quietMs = nowMs - (run.lastPressAtMs ?? run.startedAtMs);
  return quietMs > CHANGE_WITHIN_MS ? end(run, outcome('page-changed')) : { run, instruction: { do: 'wait' } };
}
