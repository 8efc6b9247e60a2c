import { describe, expect, it } from 'vitest';
import { SECOND_MS } from '../shared/duration';
import { bindDocument } from './run';
import { RunDriver, TAB } from './run.testing';
import { APRIL, DOCUMENTED, TODAY } from './snapshot.testing';

const WROTE = { did: 'wrote' } as const;
const PRESSED = { did: 'pressed' } as const;

describe('a run that only fills', () => {
  const filling = () => {
    const driver = new RunDriver();
    driver.run = { ...driver.run, mode: 'fill' };
    return driver;
  };

  it('presses nothing that leads on, and is done when the code is in its field', () => {
    const driver = filling();
    expect([
      driver.step(DOCUMENTED.email),
      driver.step(DOCUMENTED.email, WROTE),
      driver.step(DOCUMENTED.email, {}, 60 * SECOND_MS),
      driver.step(DOCUMENTED.key, { sent: true }),
      driver.step(DOCUMENTED.key, WROTE),
      driver.step(DOCUMENTED.code, { sent: true }),
      driver.step(DOCUMENTED.code, WROTE),
    ]).toEqual(['write email', 'wait', 'wait', 'write key', 'wait', 'write code', 'end filled']);
    expect(driver.run).toMatchObject({ submitted: false, pressed: [] });
  });

  it('uncovers the field of the code, which sends nothing', () => {
    const driver = filling();
    driver.step(TODAY.hidden);
    expect(driver.step(TODAY.hidden, WROTE)).toBe('press show-code-btn');
    expect(driver.step(TODAY.revealed, PRESSED)).toBe('write code');
    expect(driver.step(TODAY.revealed, WROTE)).toBe('end filled');
  });

  it('goes on with the next document only after the person has sent this one', () => {
    const driver = filling();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    expect(bindDocument(driver.run, TAB, 'document-2', driver.nowMs)).toBeNull();
    driver.step(DOCUMENTED.email, { sent: true });
    expect(bindDocument(driver.run, TAB, 'document-2', driver.nowMs + 15 * SECOND_MS)).not.toBeNull();
    expect(bindDocument(driver.run, TAB, 'document-2', driver.nowMs + 15 * SECOND_MS + 1)).toBeNull();
    driver.step(DOCUMENTED.key);
    expect(bindDocument(driver.run, TAB, 'document-2', driver.nowMs)).toBeNull();
  });

  it('has submitted where the page sent itself off as soon as the code was complete', () => {
    const driver = filling();
    driver.step(APRIL);
    driver.step(APRIL, WROTE);
    expect(driver.step(APRIL, { ...WROTE, sent: true })).toBe('wait');
    expect(driver.step(APRIL, { status: 401 })).toBe('end rejected');
  });
});
