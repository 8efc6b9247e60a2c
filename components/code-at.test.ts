import { describe, expect, it } from 'vitest';
import { codeAt } from './code-at';
import { sampleCodes } from './testing/sample';

const END = 1_000_000_020_000;
const codes = sampleCodes(END);

describe('codeAt', () => {
  it.each([
    ['at the start of the period', END - 30_000, '123456', 30, 1],
    ['in the middle', END - 15_000, '123456', 15, 0.5],
    ['in the last millisecond', END - 1, '123456', 1, 1 / 30_000],
    ['at the very end: the next one', END, '654321', 30, 1],
    ['a second later', END + 1_000, '654321', 29, 29 / 30],
    ['in the last millisecond of the next one', END + 29_999, '654321', 1, 1 / 30_000],
  ])('shows the valid code %s', (_, nowMs, code, secondsLeft, fraction) => {
    const moment = codeAt(codes, nowMs);
    expect(moment).toMatchObject({ code, secondsLeft });
    expect(moment?.fraction).toBeCloseTo(fraction);
  });

  it('names the next code only while it knows it', () => {
    expect(codeAt(codes, END - 1)?.next).toBe('654321');
    expect(codeAt(codes, END)?.next).toBeNull();
  });

  it('asks for new codes from the flip on', () => {
    expect(codeAt(codes, END - 1)?.stale).toBe(false);
    expect(codeAt(codes, END)?.stale).toBe(true);
  });

  it.each([
    ['the page slept past both codes', END + 30_000],
    ['the clock was set forward by a day', END + 86_400_000],
    ['the clock was set back', END - 30_001],
  ])('shows none where %s', (_, nowMs) => {
    expect(codeAt(codes, nowMs)).toBeNull();
  });
});
