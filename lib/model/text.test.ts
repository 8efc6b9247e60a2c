import { describe, expect, it } from 'vitest';
import { countCodePoints, hasInvisible, isPlainLine, isSeenWhole } from './text';

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

const INVISIBLE = ['\u00ad', '\u034f', '\u115f', '\u180e', '\u200b', '\u200c', '\u200d', '\u2060', '\u3164', '\ufeff'];

describe('hasInvisible', () => {
  it.each(INVISIBLE)('finds %j', character => {
    expect(hasInvisible(`a${character}b`)).toBe(true);
  });

  it.each(['', 'alice@example.com', 'grüße@münchen.example', '日本語'])('finds nothing in %j', text => {
    expect(hasInvisible(text)).toBe(false);
  });
});

describe('isSeenWhole', () => {
  it.each([
    'Work',
    '日本語',
    '👩‍👩‍👧',
    '👩🏽‍💻',
    '❤️‍🔥',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '1️⃣',
    'می\u200cخواهم',
    'क्\u200dष',
    '…',
  ])('is true for %j', text => {
    expect(isSeenWhole(text)).toBe(true);
  });

  it.each(INVISIBLE)('is false for %j, alone and inside a word', character => {
    expect(isSeenWhole(character)).toBe(false);
    expect(isSeenWhole(`Wo${character}rk`)).toBe(false);
    expect(isSeenWhole(`Work${character}`)).toBe(false);
  });

  it.each(['', ' ', '\u2800', '\ufe0f', 'Work\u{e0041}', '👩\u200d', '\u0301'])('is false for %j', text => {
    expect(isSeenWhole(text)).toBe(false);
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
