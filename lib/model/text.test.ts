import { describe, expect, it } from 'vitest';
import { countCodePoints, isPlainLine } from './text';

describe('isPlainLine', () => {
  it.each(['', 'plain', 'e\u0301', '日本語', '👩‍💻', 'a\u00a0b', '\u200c'])('is true for %j', text => {
    expect(isPlainLine(text)).toBe(true);
  });

  it.each([
    '\u0000',
    '\t',
    '\n',
    '\r',
    '\u007f',
    '\u0085',
    '\u200e',
    '\u202a',
    '\u202e',
    '\u2028',
    '\u2029',
    '\u2069',
    '\ud800',
  ])('is false with %j in it', character => {
    expect(isPlainLine(`a${character}b`)).toBe(false);
  });
});

describe('countCodePoints', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['e\u0301', 2],
    ['\ud800', 1],
  ])('of %j is %d', (text, count) => {
    expect(countCodePoints(text)).toBe(count);
  });
});
