import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { advance } from './advance';
import { RUN_MAXIMUM_MS, reportSchema, runSchema } from './run';
import { boundRun, inWords, START_MS } from './run.testing';
import { games, play } from './run-games.testing';
import { APRIL } from './snapshot.testing';

/** What goes on from the site's notice about SHA-1: the one press that may follow a submit. */
const GOES_ON = 'press sha1-continue';

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
        const told = play(game).decided;
        for (const kind of ['email', 'key', 'code']) expect(countOf(told, `write ${kind}`)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('presses at most one submit: after it nothing is written and nothing is pressed', () => {
    fc.assert(
      fc.property(games, game => {
        const { decided, runs } = play(game);
        const at = runs.findIndex(run => run.submitted);
        const after = at < 0 ? [] : decided.slice(at + 1);
        expect(after.filter(line => line !== 'wait' && line !== GOES_ON && !line.startsWith('end'))).toEqual([]);
        expect(countOf(after, GOES_ON)).toBeLessThanOrEqual(1);
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
        const { decided, runs } = play(game);
        for (const [index, line] of decided.entries()) {
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

  it('serves nothing again that was lost with a worker that died', () => {
    fc.assert(
      fc.property(games, game => {
        const { told, lost } = play(game);
        expect(lost.filter(line => line.startsWith('write') && told.includes(line))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('that only fills presses nothing but what uncovers a field, and submits nothing by itself', () => {
    fc.assert(
      fc.property(games, game => {
        const { decided, runs } = play({ ...game, mode: 'fill' });
        const pressed = runs.at(-1)?.pressed ?? [];
        expect(pressed.filter(press => !press.startsWith('reveal:'))).toEqual([]);
        const bySite = decided.filter(line => line === GOES_ON).length;
        expect(decided.filter(line => line.startsWith('press'))).toHaveLength(pressed.length + bySite);
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
            ofForm: false,
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
