import { describe, expect, it } from 'vitest';
import { SECOND_MS } from '../shared/duration';
import { RunDriver } from './run.testing';
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

describe('a page that goes on by itself when the code is complete', () => {
  it('has submitted, however it sent the code', () => {
    const driver = new RunDriver();
    driver.step(APRIL);
    driver.step(APRIL, WROTE);
    expect(driver.step(APRIL, { ...WROTE, leaving: 'signed-in' })).toBe('wait');
    expect(driver.run).toMatchObject({ submitted: true, leaving: 'signed-in' });
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
