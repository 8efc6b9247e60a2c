import { describe, expect, it } from 'vitest';
import { isSuccess, OUTCOME_CODES, outcome, outcomeOfStatus } from './outcome';

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

describe('isSuccess', () => {
  it('is true for the two ways of being through, and for nothing else', () => {
    expect(OUTCOME_CODES.filter(code => isSuccess(outcome(code)))).toEqual(['signed-in', 'accepted']);
  });
});
