import { describe, expect, it } from 'vitest';
import { failure, fieldFailure, isMade } from './failures';

describe('a failure', () => {
  it('of an act is its code, the words of its sentence and no field', () => {
    expect(failure('wrong-password')).toEqual({ code: 'wrong-password', details: [], field: null });
  });

  it('of a field carries the parser’s findings in the order in which the sentence names them', () => {
    expect(fieldFailure('apiKey', { code: 'api-key-character', character: 'g', position: 12 })).toEqual({
      code: 'api-key-character',
      details: ['g', '12'],
      field: 'apiKey',
    });
    expect(fieldFailure('email', { code: 'email-duplicate', label: 'Work' }).details).toEqual(['Work']);
  });

  it.each([
    [[], true],
    [['older-copies-remain'], true],
    [['save-failed'], false],
    [['older-copies-remain', 'save-failed'], false],
  ] as const)('list of %j leaves it made: %s', (codes, expected) => {
    expect(isMade(codes.map(code => failure(code)))).toBe(expected);
  });
});
