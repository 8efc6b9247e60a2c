import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Report, Run } from './run';
import { advance, bindDocument, RUN_MAXIMUM_MS, reportSchema, runSchema } from './run';
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
  did: fc.constantFrom<Report['did']>('nothing', 'wrote', 'field-refused', 'pressed', 'form-unsafe', 'page-not-ready'),
  status: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(0, 200, 401, 429, 503)),
  sent: seldom,
  leaving: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    fc.constantFrom('signed-in' as const, 'elsewhere' as const),
  ),
  arrived: seldom,
  moves: seldom,
  laterMs: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2_000 }) }, fc.integer({ min: 0, max: 30_000 })),
  /** Null for the page that the layout shows. */
  snapshot: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, anySnapshot),
});

const games = fc.record({
  layout: fc.constantFrom('documented' as const, 'today' as const, 'april' as const),
  moves: fc.array(anyMove, { minLength: 1, maxLength: 40 }),
});

type Game = typeof games extends fc.Arbitrary<infer T> ? T : never;

/** Plays the moves until the run ends, and gives everything that the page was told. */
function play({ layout, moves }: Game): { readonly told: readonly string[]; readonly runs: readonly Run[] } {
  const told: string[] = [];
  const runs: Run[] = [];
  let run = boundRun();
  let [nowMs, document] = [START_MS, 1];
  for (const { obeys, did, moves: toNextPage, laterMs, snapshot, ...rest } of moves) {
    nowMs += laterMs;
    if (toNextPage) document++;
    const bound = bindDocument(run, TAB, `document-${document}`, nowMs);
    if (bound === null) break;
    const last = told.at(-1) ?? '';
    const obedient = last.startsWith('write') ? 'wrote' : last.startsWith('press') ? 'pressed' : 'nothing';
    const report = v.parse(reportSchema, {
      ...rest,
      did: obeys ? obedient : did,
      snapshot: snapshot ?? pageOf(layout, bound),
    });
    const step = advance(bound, report, nowMs);
    run = step.run;
    runs.push(run);
    told.push(inWords(step.instruction));
    if (step.instruction.do === 'end') break;
  }
  return { told, runs };
}

const countOf = (told: readonly string[], words: string) => told.filter(line => line === words).length;
const RUNS = { numRuns: 2_000 };

describe('a run, whatever its pages do', () => {
  it('gets as far as the submit in many of these games, so that the rules below are tested on something', () => {
    const played = fc.sample(games, { numRuns: 500, seed: 1 }).map(play);
    expect(played.filter(({ runs }) => runs.at(-1)?.submitted).length).toBeGreaterThan(50);
  });

  it('sends out no kind of value twice', () => {
    fc.assert(
      fc.property(games, game => {
        const { told } = play(game);
        for (const kind of ['email', 'key', 'code']) expect(countOf(told, `write ${kind}`)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('presses at most one submit: after it nothing is written and nothing is pressed', () => {
    fc.assert(
      fc.property(games, game => {
        const { told, runs } = play(game);
        const at = runs.findIndex(run => run.submitted);
        if (at >= 0) expect(told.slice(at + 1).every(line => line === 'wait' || line.startsWith('end'))).toBe(true);
      }),
      RUNS,
    );
  });

  it('submits nothing before the code was written and confirmed', () => {
    fc.assert(
      fc.property(games, game => {
        const { runs } = play(game);
        expect(runs.every(run => !run.submitted || run.written.includes('code'))).toBe(true);
      }),
      RUNS,
    );
  });

  it('remembers a value as served in the very run that is stored before it goes out', () => {
    fc.assert(
      fc.property(games, game => {
        const { told, runs } = play(game);
        for (const [index, line] of told.entries()) {
          if (line.startsWith('write')) expect(runs[index]?.served).toContain(line.slice('write '.length));
        }
      }),
      RUNS,
    );
  });

  it('takes nothing back: what was served, written, pressed and submitted stays so', () => {
    fc.assert(
      fc.property(games, game => {
        const { runs } = play(game);
        for (const [index, run] of runs.entries()) {
          const next = runs[index + 1];
          if (next === undefined) continue;
          expect(next.served.slice(0, run.served.length)).toEqual(run.served);
          expect(next.written.slice(0, run.written.length)).toEqual(run.written);
          expect(next.pressed.slice(0, run.pressed.length)).toEqual(run.pressed);
          expect(next.submitted || !run.submitted).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('never presses a passkey', () => {
    fc.assert(
      fc.property(games, game => {
        expect(play(game).told.filter(line => line.includes('passkey'))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is over after two minutes, and can be stored at every step until then', () => {
    fc.assert(
      fc.property(games, game => {
        const { runs } = play(game);
        for (const run of runs) expect(v.parse(runSchema, JSON.parse(JSON.stringify(run)))).toEqual(run);
        const last = runs.at(-1) ?? boundRun();
        const late = advance(
          last,
          v.parse(reportSchema, {
            did: 'nothing',
            status: null,
            arrived: false,
            sent: false,
            leaving: null,
            snapshot: APRIL,
          }),
          START_MS + RUN_MAXIMUM_MS + 1,
        );
        expect(inWords(late.instruction)).toBe('end timed-out');
      }),
      { numRuns: 300 },
    );
  });
});
