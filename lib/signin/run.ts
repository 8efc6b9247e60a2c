// What a sign-in run is: as it lies in storage, what a page reports of it, and which documents may take part. What happens in
// it is decided in advance.ts.
import * as v from 'valibot';
import { SECOND_MS } from '../shared/duration';
import type { ValueKind } from './classify';
import type { Outcome } from './outcome';
import { snapshotSchema } from './snapshot';

/** However slow the page, a run ends after this long; a wait that was announced comes on top. */
export const RUN_MAXIMUM_MS = 120 * SECOND_MS;
/** How long after our own press another document of the same tab may take the run over. */
export const MOVE_WITHIN_MS = 15 * SECOND_MS;
/** How long the first document has to answer the gesture. */
export const ANSWER_WITHIN_MS = 5 * SECOND_MS;

const valueKind = v.picklist(['email', 'key', 'code']);

/** How far a run goes: to the end, or up to the buttons, which the person presses. */
export const RUN_MODES = ['full', 'fill'] as const;
export type RunMode = (typeof RUN_MODES)[number];

/**
 * What a person has agreed to when asked: a submit that the site is likely to refuse, a key that the page did not ask for
 * last time, codes for a clock far from this computer's.
 */
export const AGREEMENTS = ['limit', 'key', 'clock'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** A run as it lies in session storage: bound to a tab and a document, and without any value. */
export const runSchema = v.strictObject({
  runId: v.string(),
  gesture: v.picklist(['popup', 'command', 'menu', 'automatic']),
  tabId: v.number(),
  /** Null until the first document answers the gesture. */
  documentId: v.nullable(v.string()),
  accountId: v.string(),
  /** When the vault was unlocked that it draws from: another unlock does not go on with it. */
  unlockedAtMs: v.number(),
  mode: v.picklist(RUN_MODES),
  agreed: v.array(v.picklist(AGREEMENTS)),
  startedAtMs: v.number(),
  endsAtMs: v.number(),
  served: v.array(valueKind),
  written: v.array(valueKind),
  /** The key that went out in it; null before one has. */
  keyId: v.nullable(v.string()),
  /** Whether the page asked for the key and for nothing else when it went out. */
  keyStoodAlone: v.boolean(),
  /** The revision of the authenticator that its code is of; null before one went out. Another one is not proved by it. */
  authenticatorRevision: v.nullable(v.number()),
  /** What was pressed, each as `purpose:values written by then`. */
  pressed: v.array(v.string()),
  lastPressAtMs: v.nullable(v.number()),
  /** Whether a press was made, by us or by the person, that no other document has answered yet: one press, one move. */
  mayMove: v.boolean(),
  /** When the page was last heard of. */
  heardAtMs: v.number(),
  submitted: v.boolean(),
  /** Whether the site took the code with its notice about SHA-1, which was gone on from. */
  sawSha1Notice: v.boolean(),
  /** Where the bound document said that it is going; the tab's URL, where it may be seen, knows better. */
  leaving: v.nullable(v.picklist(['signed-in', 'elsewhere'])),
  /** While the next code is waited for: until when. Pages show it. */
  waitsUntilMs: v.nullable(v.number()),
});

export type Run = v.InferOutput<typeof runSchema>;

/** What a person did to start it, in places that a page can neither forge nor cover; or that they chose to do nothing. */
export type Gesture = Run['gesture'];

/**
 * What became of the last instruction, and the HTTP status of the page's own answer since the last press. `differs`: the
 * field that was to be compared holds something else.
 */
export const reportSchema = v.strictObject({
  did: v.picklist([
    'nothing',
    'wrote',
    'differs',
    'field-refused',
    'pressed',
    'form-unsafe',
    'page-not-ready',
    'failed',
  ]),
  status: v.nullable(v.number()),
  /** Whether that answer came from where the form was sent to, or from the site's own address for sign-ins. */
  ofForm: v.boolean(),
  /** Whether this is the first report of a document that took the run over. */
  arrived: v.boolean(),
  /** Whether the page sent a form, or a sign-in to the site's own address, since the last value was written. */
  sent: v.boolean(),
  /** Where this document is already going, if anywhere. */
  leaving: v.nullable(v.picklist(['signed-in', 'elsewhere'])),
  snapshot: snapshotSchema,
});

export type Report = v.InferOutput<typeof reportSchema>;

/**
 * What the content script is to do next. The worker adds the value to a write, which names one field, or the boxes of one
 * code in document order; and to a comparison, whose field is left as it is and counts as written where it holds the value.
 */
export type Instruction =
  | { readonly do: 'write'; readonly kind: ValueKind; readonly signatures: readonly string[] }
  | { readonly do: 'compare'; readonly kind: 'email'; readonly signatures: readonly string[] }
  | { readonly do: 'press'; readonly signature: string }
  | { readonly do: 'wait' }
  | { readonly do: 'end'; readonly outcome: Outcome };

export type Step = { readonly run: Run; readonly instruction: Instruction };

/** What a run is started with: where, for whom, by what, how far, and under which unlock of the vault. */
export type RunStart = Pick<Run, 'runId' | 'tabId' | 'accountId' | 'gesture' | 'unlockedAtMs' | 'mode' | 'agreed'>;

/** A run that starts now. */
export function startRun(start: RunStart, nowMs: number): Run {
  return {
    ...start,
    documentId: null,
    startedAtMs: nowMs,
    endsAtMs: nowMs + RUN_MAXIMUM_MS,
    served: [],
    written: [],
    keyId: null,
    keyStoodAlone: false,
    authenticatorRevision: null,
    pressed: [],
    lastPressAtMs: null,
    mayMove: false,
    heardAtMs: nowMs,
    submitted: false,
    sawSha1Notice: false,
    leaving: null,
    waitsUntilMs: null,
  };
}

/**
 * The run bound to a document that asks to take part in it, or null where it may not: another tab, another document
 * than the bound one, too late after the gesture, or not shortly after our own press or the person's. The caller has checked
 * that the document is the active top document of the login page.
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

/** The run with a value taken back that may only go out later: what the page reported stays, "served" does not. */
export function postpone(run: Run, kind: ValueKind, untilMs: number, nowMs: number): Run {
  // Asked again while it waits, the same wait is not granted a second time.
  const grantedMs = run.waitsUntilMs === untilMs ? 0 : Math.max(0, untilMs - nowMs);
  const served = run.served.filter(other => other !== kind);
  return { ...run, served, waitsUntilMs: untilMs, endsAtMs: run.endsAtMs + grantedMs };
}
