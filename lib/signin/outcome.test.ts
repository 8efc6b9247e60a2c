import { describe, expect, it } from 'vitest';
import { isSignedIn, isSuccess, OUTCOME_CODES, outcome, outcomeOfStatus, withWritten } from './outcome';

describe('outcomeOfStatus', () => {
  it.each([
    [0, 'offline'],
    [400, 'rejected'],
    [401, 'rejected'],
    [403, 'rejected'],
    [422, 'rejected'],
    [429, 'limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [599, 'server-error'],
  ])('of %d is %s', (status, code) => {
    expect(outcomeOfStatus(status)).toEqual({ code, details: [] });
  });

  it.each([null, 200, 201, 204, 302, 304, 404, 405, 409])('of %s is nothing yet', status => {
    expect(outcomeOfStatus(status)).toBeNull();
  });
});

describe('success', () => {
  it('is one of the two ways of being through, or of having filled what was asked for', () => {
    expect(OUTCOME_CODES.filter(code => isSignedIn(outcome(code)))).toEqual(['signed-in', 'accepted']);
    expect(OUTCOME_CODES.filter(code => isSuccess(outcome(code)))).toEqual(['signed-in', 'accepted', 'filled']);
  });
});

describe('withWritten', () => {
  it('says how many fields took their values, where all did', () => {
    const all = ['email', 'key', 'code'] as const;
    expect(withWritten(outcome('signed-in'), all)).toEqual({ code: 'signed-in', details: ['3', '3'] });
    expect(withWritten(outcome('field-refused', 'key'), ['email'])).toEqual({
      code: 'field-refused',
      details: ['key'],
    });
  });

  it('names what the site may have refused, and nothing that was never filled in', () => {
    expect(withWritten(outcome('rejected'), ['email', 'code']).details).toEqual(['email', 'code']);
  });
});
