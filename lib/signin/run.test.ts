import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SECOND_MS } from '../shared/duration';
import { postpone, RUN_MAXIMUM_MS, runSchema } from './run';
import { RunDriver, START_MS } from './run.testing';
import { APRIL, CODE, control, DOCUMENTED, NOTHING_ASKED, page, SUBMIT, TODAY } from './snapshot.testing';

const WROTE = { did: 'wrote' } as const;
const PRESSED = { did: 'pressed' } as const;

/** A run that has just been told to press the button that carries the code. */
function submitted(): RunDriver {
  const driver = new RunDriver();
  driver.step(APRIL);
  driver.step(APRIL, WROTE);
  expect(driver.step(APRIL, WROTE)).toBe('press submit-btn');
  return driver;
}

describe('a run', () => {
  it('goes through the documented steps, one value and one button at a time', () => {
    const driver = new RunDriver();
    expect([
      driver.step(DOCUMENTED.email),
      driver.step(DOCUMENTED.email, WROTE),
      driver.step(DOCUMENTED.key, PRESSED),
      driver.step(DOCUMENTED.key, WROTE),
      driver.step(DOCUMENTED.code, PRESSED),
      driver.step(DOCUMENTED.code, WROTE),
      driver.step(DOCUMENTED.code, PRESSED),
    ]).toEqual([
      'write email',
      'press continue',
      'write key',
      'press continue',
      'write code',
      'press submit-btn',
      'wait',
    ]);
    expect(driver.run).toMatchObject({
      served: ['email', 'key', 'code'],
      written: ['email', 'key', 'code'],
      submitted: true,
    });
  });

  it('goes through today’s page by way of the button that reveals the code', () => {
    const driver = new RunDriver();
    expect([
      driver.step(TODAY.hidden),
      driver.step(TODAY.hidden, WROTE),
      driver.step(TODAY.revealed, PRESSED),
      driver.step(TODAY.revealed, WROTE),
    ]).toEqual(['write email', 'press show-code-btn', 'write code', 'press submit-btn']);
  });

  it('waits for a page that is still busy, and presses nothing twice meanwhile', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    expect(driver.step(DOCUMENTED.email, WROTE)).toBe('press continue');
    expect(driver.step(DOCUMENTED.email, PRESSED)).toBe('wait');
    expect(driver.step(DOCUMENTED.email)).toBe('wait');
    expect(driver.step(page([], []))).toBe('wait');
    expect(driver.step(DOCUMENTED.key)).toBe('write key');
  });

  it('can be stored at every step, and holds no value', () => {
    const driver = submitted();
    expect(v.parse(runSchema, JSON.parse(JSON.stringify(driver.run)))).toEqual(driver.run);
    expect(v.is(runSchema, { ...driver.run, value: 'canary' })).toBe(false);
  });

  it('keeps what the page reported when a code has to wait for its time', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, WROTE)).toBe('write code');
    driver.run = postpone(driver.run, 'code', driver.nowMs + 20 * SECOND_MS, driver.nowMs);
    expect(driver.run).toMatchObject({ served: ['email'], written: ['email'] });
    expect(driver.step(APRIL, {}, 20 * SECOND_MS)).toBe('write code');
  });
});

describe('a page that sends itself off when the code is complete', () => {
  it('has submitted: its button is not pressed on top', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    driver.step(APRIL, WROTE);
    expect(driver.step(APRIL, { ...WROTE, sent: true })).toBe('wait');
    expect(driver.run.submitted).toBe(true);
    expect(driver.step(APRIL, { status: 401 })).toBe('end rejected');
  });
});

describe('a "no" to some other request of the page', () => {
  it('before the submit says nothing about the sign-in; that the site is closed does', () => {
    const driver = new RunDriver();
    driver.run = { ...driver.run, lastPressAtMs: driver.nowMs };
    expect(driver.step(APRIL, { status: 401 })).toBe('write email');
    expect(driver.step(APRIL, { ...WROTE, status: 429 })).toBe('end limited');
  });
});

describe('an announced wait', () => {
  it('comes on top of the time a run has, once and not at every look', () => {
    const { run, nowMs } = new RunDriver();
    const waiting = postpone(run, 'code', nowMs + 20 * SECOND_MS, nowMs);
    expect(waiting.endsAtMs).toBe(run.endsAtMs + 20 * SECOND_MS);
    expect(postpone(waiting, 'code', nowMs + 20 * SECOND_MS, nowMs + SECOND_MS).endsAtMs).toBe(waiting.endsAtMs);
  });
});

describe('a value that was served', () => {
  it('and never confirmed ends the run, since the worker may have died with it under way', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL)).toBe('end interrupted');
  });

  it('and that the field did not keep ends the run, and the field is named', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, { did: 'field-refused' })).toBe('end field-refused email');
  });

  it('whose form leads elsewhere ends the run', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, { did: 'form-unsafe' })).toBe('end form-unsafe email');
  });

  it('and that the page was about to put into its address ends the run with that reason', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, { did: 'page-not-ready' })).toBe('end page-not-ready');
  });

  it.each(['form-unsafe', 'page-not-ready'] as const)(
    'followed by a press that was stopped as %s ends the run',
    did => {
      const driver = submitted();
      expect(driver.step(APRIL, { did })).toBe(`end ${did}`);
    },
  );
});

describe('a press that the page was covered against', () => {
  it('ends the run, which says so', () => {
    expect(submitted().step(APRIL, { did: 'field-refused' })).toBe('end page-covered');
  });
});

describe('after the submit', () => {
  it.each([
    [401, 'rejected'],
    [403, 'rejected'],
    [429, 'limited'],
    [500, 'server-error'],
    [0, 'offline'],
  ])('an answer of %d ends the run as %s, and nothing is pressed again', (status, code) => {
    expect(submitted().step(APRIL, { ...PRESSED, status })).toBe(`end ${code}`);
  });

  it('nothing is pressed or written again, whatever the page shows', () => {
    const driver = submitted();
    for (const snapshot of [APRIL, page([CODE], [SUBMIT]), TODAY.hidden, DOCUMENTED.key]) {
      expect(driver.step(snapshot, { status: 200 })).toBe('wait');
    }
  });

  it('a page that comes back with its form has said no', () => {
    expect(submitted().step(APRIL, { arrived: true })).toBe('end rejected');
  });

  it('the site’s notice about SHA-1 is gone on from, once, and what follows is judged as ever', () => {
    const driver = submitted();
    const notice = NOTHING_ASKED;
    expect(driver.step(notice, { ...PRESSED, status: 200 })).toBe('press sha1-continue');
    expect(driver.run.sawSha1Notice).toBe(true);
    expect(driver.step(notice, PRESSED)).toBe('wait');
    expect(driver.step(notice, {}, 5 * SECOND_MS)).toBe('end accepted');
  });

  it.each([
    ['sends a form', page([], [control({ id: 'sha1-continue', submits: true })])],
    ['is not alone', page([], [control({ id: 'sha1-continue' }), control({ id: 'sha1-continue' })])],
    ['stands beside a field of the sign-in', page([CODE], [control({ id: 'sha1-continue' })])],
  ])('a control by that name is left alone that %s', (_, snapshot) => {
    expect(submitted().step(snapshot, { ...PRESSED, status: 200 })).toBe('wait');
  });

  it('a page that answered well and asks for nothing is taken for a yes after a moment', () => {
    const driver = submitted();
    expect(driver.step(page([], []), { ...PRESSED, status: 200 })).toBe('wait');
    expect(driver.step(page([], []), { status: 200 }, 5 * SECOND_MS)).toBe('end accepted');
  });

  it('a page that says nothing at all leaves it unconfirmed', () => {
    const driver = submitted();
    expect(driver.step(APRIL, PRESSED, 14 * SECOND_MS)).toBe('wait');
    expect(driver.step(APRIL, {}, 2 * SECOND_MS)).toBe('end unconfirmed');
  });

  it('a page on its way out is left alone: what its requests say then means nothing', () => {
    expect(submitted().step(APRIL, { ...PRESSED, leaving: 'signed-in', status: 0 })).toBe('wait');
    expect(submitted().step(APRIL, { ...PRESSED, leaving: 'elsewhere', status: 401 })).toBe('wait');
  });
});

describe('before the submit', () => {
  it('an answer that came before anything was pressed says nothing', () => {
    expect(new RunDriver().step(APRIL, { status: 401 })).toBe('write email');
  });

  it('an answer to an earlier press counts: an email may be refused at its own step', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    expect(driver.step(DOCUMENTED.email, { ...PRESSED, status: 429 })).toBe('end limited');
  });

  it('a page that stops asking ends the run after a quarter of a minute', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    expect(driver.step(DOCUMENTED.email, PRESSED, 15 * SECOND_MS)).toBe('wait');
    expect(driver.step(DOCUMENTED.email, {}, 1)).toBe('end page-changed');
  });

  it('a page that leaves it open ends the run with both names', () => {
    const twins = page([CODE, { ...CODE, id: 'totp-2', label: 'Second code' }]);
    expect(new RunDriver().step(twins)).toBe('end page-ambiguous 6-digit code Second code');
  });
});

describe('time', () => {
  it('ends every run after two minutes, whatever is reported', () => {
    const driver = new RunDriver();
    expect(driver.step(APRIL, {}, RUN_MAXIMUM_MS + 1)).toBe('end timed-out');
    expect(driver.nowMs - START_MS).toBe(120 * SECOND_MS + 1);
  });
});
