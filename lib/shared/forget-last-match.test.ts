import { expect, it } from 'vitest';
import { forgetLastMatch } from './forget-last-match';

it('leaves nothing of what a regular expression has matched', () => {
  expect(/b+/u.test('a text with bbb in it')).toBe(true);
  expect(RegExp.input).toBe('a text with bbb in it');
  forgetLastMatch();
  expect([RegExp.input, RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext]).toEqual(['', '', '', '']);
});
