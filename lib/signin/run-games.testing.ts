import fc from 'fast-check';
import * as v from 'valibot';
import { advance } from './advance';
import type { Report, Run } from './run';
import { bindDocument, RUN_MODES, reportSchema, runSchema } from './run';
import { boundRun, inWords, START_MS, TAB } from './run.testing';
import type { Snapshot } from './snapshot';
import {
  APRIL,
  CODE,
  control,
  DOCUMENTED,
  EMAIL,
  field,
  KEY,
  NOTHING_ASKED,
  page,
  SUBMIT,
  TODAY,
} from './snapshot.testing';

const anyField = fc
  .tuple(fc.constantFrom(EMAIL, KEY, CODE, field({ id: 'other', label: 'Name' })), fc.boolean(), fc.boolean())
  .map(([base, visible, enabled]) => ({ ...base, visible, enabled }));
const anyControl = fc.record({
  id: fc.constantFrom('one', 'two'),
  text: fc.constantFrom('Continue', 'Sign in', 'Sign in with a passkey', 'Cancel', ''),
  submits: fc.boolean(),
  visible: fc.boolean(),
  controls: fc.constantFrom('', 'code-fields'),
});

/** Pages as they are and as nobody would build them. */
const anySnapshot = fc.oneof(
  fc.constantFrom(
    DOCUMENTED.email,
    DOCUMENTED.key,
    DOCUMENTED.code,
    TODAY.hidden,
    TODAY.revealed,
    APRIL,
    NOTHING_ASKED,
  ),
  fc
    .tuple(fc.uniqueArray(anyField, { maxLength: 4, selector: ({ id }) => id }), fc.array(anyControl, { maxLength: 3 }))
    .map(([fields, controls]) => page(fields, [...controls.map(control), SUBMIT])),
);

/** The page that a layout shows to a run that has come so far. */
function pageOf(layout: 'documented' | 'today' | 'april', { pressed }: Run): Snapshot {
  if (layout === 'april') return APRIL;
  if (layout === 'today') return pressed.length === 0 ? TODAY.hidden : TODAY.revealed;
  return [DOCUMENTED.email, DOCUMENTED.key][pressed.length] ?? DOCUMENTED.code;
}

/** Reports of a page that mostly does as it is told, of one that lies, and of time that passes. */
const seldom = fc.nat(9).map(number => number === 0);

const anyMove = fc.record({
  obeys: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  did: fc.constantFrom<Report['did']>(
    'nothing',
    'wrote',
    'differs',
    'field-refused',
    'pressed',
    'form-unsafe',
    'page-not-ready',
  ),
  status: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(0, 200, 401, 429, 503)),
  ofForm: fc.boolean(),
  sent: seldom,
  leaving: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    fc.constantFrom('signed-in' as const, 'elsewhere' as const),
  ),
  arrived: seldom,
  moves: seldom,
  /** Whether the worker dies after it stored the step and before the page heard of it: the page then reports the same again. */
  dies: seldom,
  laterMs: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2_000 }) }, fc.integer({ min: 0, max: 30_000 })),
  /** Null for the page that the layout shows. */
  snapshot: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, anySnapshot),
});

/** Runs with everything that their pages may do. */
export const games = fc.record({
  layout: fc.constantFrom('documented' as const, 'today' as const, 'april' as const),
  mode: fc.constantFrom(...RUN_MODES),
  moves: fc.array(anyMove, { minLength: 1, maxLength: 40 }),
});

type Game = typeof games extends fc.Arbitrary<infer T> ? T : never;

/**
 * Plays the moves until the run ends, and gives everything that was decided and what of it the page was told or never heard.
 * Each step begins with the run as it lies in storage, as it does for a worker that was just started.
 */
export function play({ layout, mode, moves }: Game) {
  const decided: string[] = [];
  const told: string[] = [];
  const lost: string[] = [];
  const runs: Run[] = [];
  let run: Run = { ...boundRun(), mode };
  let [nowMs, document] = [START_MS, 1];
  let heard = '';
  for (const { obeys, did, moves: toNextPage, dies, laterMs, snapshot, ...rest } of moves) {
    nowMs += laterMs;
    if (toNextPage) document++;
    const stored = v.parse(runSchema, JSON.parse(JSON.stringify(run)));
    const bound = bindDocument(stored, TAB, `document-${document}`, nowMs);
    if (bound === null) break;
    const obedient = /^(?:write|compare)/u.test(heard) ? 'wrote' : heard.startsWith('press') ? 'pressed' : 'nothing';
    const report = v.parse(reportSchema, {
      ...rest,
      did: obeys ? obedient : did,
      snapshot: snapshot ?? pageOf(layout, bound),
    });
    const step = advance(bound, report, nowMs);
    run = step.run;
    runs.push(run);
    const words = inWords(step.instruction);
    decided.push(words);
    if (step.instruction.do === 'end') break;
    (dies ? lost : told).push(words);
    if (!dies) heard = words;
  }
  return { decided, told, lost, runs };
}
