import { describe, expect, it } from 'vitest';
import { RunDriver } from './run.testing';
import { CODE, CONTINUE, DOCUMENTED, EMAIL, KEY, page } from './snapshot.testing';

const WROTE = { did: 'wrote' } as const;
const PRESSED = { did: 'pressed' } as const;

describe('a key', () => {
  it('that is refused at its own step is no longer accepted', () => {
    for (const status of [401, 403]) {
      const driver = new RunDriver();
      driver.step(DOCUMENTED.email);
      driver.step(DOCUMENTED.email, WROTE);
      driver.step(DOCUMENTED.key, PRESSED);
      expect(driver.step(DOCUMENTED.key, WROTE)).toBe('press continue');
      expect(driver.step(DOCUMENTED.key, { ...PRESSED, status })).toBe('end key-refused');
    }
  });

  it('is not blamed where the page asked for anything else beside it', () => {
    const beside = [EMAIL, { ...EMAIL, enabled: false }, { ...CODE, enabled: false }];
    for (const other of beside) {
      const driver = new RunDriver();
      const both = page([other, KEY], [CONTINUE]);
      if (other !== beside[2]) driver.step(both);
      driver.step(both, WROTE);
      // A code that could not be typed yet is gone by the time that the key is sent.
      const sent = other === beside[2] ? DOCUMENTED.key : both;
      expect(driver.step(sent, WROTE)).toBe('press continue');
      expect(driver.step(sent, { ...PRESSED, status: 401 })).toBe('end rejected');
    }
  });

  it('is not blamed by an answer from elsewhere, nor on a page that no longer asks for it', () => {
    const sent = () => {
      const driver = new RunDriver();
      driver.step(DOCUMENTED.email);
      driver.step(DOCUMENTED.email, WROTE);
      driver.step(DOCUMENTED.key, PRESSED);
      expect(driver.step(DOCUMENTED.key, WROTE)).toBe('press continue');
      return driver;
    };
    expect(sent().step(DOCUMENTED.key, { ...PRESSED, status: 401, ofForm: false })).toBe('end rejected');
    expect(sent().step(page([], []), { ...PRESSED, status: 401 })).toBe('end rejected');
    expect(sent().step(DOCUMENTED.email, { ...PRESSED, status: 401 })).toBe('end rejected');
  });

  it('was taken where the page goes on to the code, whatever else was refused meanwhile', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    driver.step(DOCUMENTED.key, PRESSED);
    driver.step(DOCUMENTED.key, WROTE);
    expect(driver.step(DOCUMENTED.code, { ...PRESSED, status: 401 })).toBe('write code');
    expect(driver.step(DOCUMENTED.code, { ...WROTE, status: 401 })).toBe('press submit-btn');
  });

  it('is not blamed for what is refused at another step', () => {
    const driver = new RunDriver();
    driver.step(DOCUMENTED.email);
    driver.step(DOCUMENTED.email, WROTE);
    expect(driver.step(DOCUMENTED.key, { ...PRESSED, status: 401 })).toBe('write key');
    expect(driver.step(DOCUMENTED.key, { ...WROTE, status: 401 })).toBe('press continue');
  });
});
