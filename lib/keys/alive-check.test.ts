import { describe, expect, it } from 'vitest';
import { err, ok } from '../shared/result';
import { judgeKeyCheck } from './alive-check';

describe('the answer of the relay about a key', () => {
  it('is that it has the key', () => {
    expect(judgeKeyCheck(200, '{"valid":true,"plan":"pro"}')).toEqual(ok(null));
    expect(judgeKeyCheck(200, '{"valid":true}')).toEqual(ok(null));
  });

  it('is that it has not', () => {
    expect(judgeKeyCheck(200, '{"valid":false,"plan":null}')).toEqual(err('check-refused'));
  });

  it('is none while it is asked too much', () => {
    expect(judgeKeyCheck(429, '{"valid":true}')).toEqual(err('check-limited'));
  });

  it.each([
    [500, '{"valid":true,"plan":"pro"}'],
    [204, ''],
    [200, ''],
    [200, '<html></html>'],
    [200, '{"valid":"true"}'],
    [200, '{"valid":true,"plan":"pro","next":"https://elsewhere.example"}'],
    [200, `{"valid":true,"plan":"${'x'.repeat(65)}"}`],
    [200, `{"valid":true}${' '.repeat(1_000)}`],
  ])('is unclear where it is %s %j', (status, text) => {
    expect(judgeKeyCheck(status, text)).toEqual(err('check-unclear'));
  });
});
