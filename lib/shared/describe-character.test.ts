import { describe, expect, it } from 'vitest';
import { describeCharacter } from './describe-character';

describe('describeCharacter', () => {
  it.each([
    ['1', '1'],
    ['"', '"'],
    ['І', 'І (U+0406)'],
    ['😀', '😀 (U+1F600)'],
    ['\u200b', 'U+200B'],
    ['\u00a0', 'U+00A0'],
    ['\t', 'U+0009'],
    ['\ud800', 'U+D800'],
  ])('names %j as %s', (character, name) => {
    expect(describeCharacter(character)).toBe(name);
  });
});
