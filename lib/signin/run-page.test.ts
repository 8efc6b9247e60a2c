import { describe, expect, it } from 'vitest';
import { SECOND_MS } from '../shared/duration';
import { concludeAway } from './judge-tab';
import { RunDriver } from './run.testing';
import { SITE_ORIGIN } from './site';
import { APRIL, CODE, DOCUMENTED, EMAIL, KEY, page, SUBMIT } from './snapshot.testing';

const WROTE = { did: 'wrote' } as const;
const PRESSED = { did: 'pressed' } as const;

describe('a page', () => {
  it('with something over all its fields ends the run with that reason', () => {
    const covered = page(APRIL.fields.map(each => ({ ...each, visible: false, covered: true })));
    const driver = new RunDriver();
    expect(driver.step(covered, {}, 15 * SECOND_MS)).toBe('wait');
    expect(driver.step(covered, {}, 1)).toBe('end page-covered');
  });

  it('that goes away by itself ends the run at once', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, { ...WROTE, leaving: 'elsewhere' })).toBe('end page-changed');
  });

  it('that goes away after a press is waited for', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    expect(driver.step(DOCUMENTED.email, { ...PRESSED, leaving: 'elsewhere' })).toBe('wait');
  });
});

describe('a page that goes to the dashboard before Latchkey saw anything sent', () => {
  it.each([
    ['a run that goes to the end', 'full'],
    ['a run that only fills', 'fill'],
  ] as const)('proves nothing: of %s nobody knows whether it signed in', (_, mode) => {
    const driver = new RunDriver();
    driver.run = { ...driver.run, mode };
    driver.step(APRIL);
    driver.step(APRIL, WROTE);
    expect(driver.step(APRIL, { ...WROTE, leaving: 'signed-in' })).toBe('end unconfirmed');
    expect(driver.run.submitted).toBe(false);
  });

  it('has changed mid-way, where the code was not even asked for', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    expect(driver.step(APRIL, { ...WROTE, leaving: 'signed-in' })).toBe('end page-changed');
  });

  it('proves nothing, where the step before was sent and its answer still stands', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    driver.step(DOCUMENTED.code, PRESSED);
    expect(driver.step(DOCUMENTED.code, { ...WROTE, leaving: 'signed-in', status: 200 })).toBe('wait');
    expect(driver.run.submitted).toBe(false);
    expect(concludeAway(driver.run, `${SITE_ORIGIN}/dashboard`).code).toBe('unconfirmed');
    expect(concludeAway(driver.run, null).code).toBe('unconfirmed');
  });

  it('has signed in, where it sent itself off first', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    driver.step(APRIL, WROTE);
    expect(driver.step(APRIL, { ...WROTE, sent: true, leaving: 'signed-in' })).toBe('wait');
    expect(concludeAway(driver.run, `${SITE_ORIGIN}/dashboard`).code).toBe('signed-in');
  });
});

/** A run that has just been told to press the button that carries the code. */
function submitted(): RunDriver {
  const driver = new RunDriver();
  driver.step(APRIL);
  driver.step(APRIL, WROTE);
  driver.step(APRIL, WROTE);
  return driver;
}

describe('after the submit', () => {
  it.each([null, 100, 199, 300, 302, 304, 404, 405, 409])(
    'a page that hides its form on an answer of %s has not let anybody in',
    status => {
      const driver = submitted();
      expect(driver.step(page([], []), { ...PRESSED, status })).toBe('wait');
      expect(driver.step(page([], []), { status }, 5 * SECOND_MS)).toBe('wait');
      expect(driver.step(page([], []), { status }, 11 * SECOND_MS)).toBe('end unconfirmed');
    },
  );

  it('a page that hides its form on a good answer to something else has not', () => {
    const driver = submitted();
    driver.step(page([], []), { ...PRESSED, status: 200, ofForm: false });
    expect(driver.step(page([], []), { status: 200, ofForm: false }, 5 * SECOND_MS)).toBe('wait');
  });

  it.each([200, 201, 204, 299])('one that hides it on an answer of %d has', status => {
    const driver = submitted();
    driver.step(page([], []), { ...PRESSED, status });
    expect(driver.step(page([], []), { status }, 5 * SECOND_MS)).toBe('end accepted');
  });
});

describe('an email that the page shows and does not let change', () => {
  const shown = page([{ ...EMAIL, enabled: false }, KEY, CODE], [SUBMIT]);

  it('counts as filled where it is the account’s', () => {
    const driver = new RunDriver();
    expect(driver.step(shown)).toBe('compare email');
    expect(driver.step(shown, WROTE)).toBe('write key');
    expect(driver.step(shown, WROTE)).toBe('write code');
    expect(driver.step(shown, WROTE)).toBe('press submit-btn');
    expect(driver.run).toMatchObject({ served: ['email', 'key', 'code'], written: ['email', 'key', 'code'] });
  });

  it('ends the run before anything is filled where it is another one', () => {
    const driver = new RunDriver();
    driver.step(shown);
    expect(driver.step(shown, { did: 'differs' })).toBe('end other-email');
  });
});
