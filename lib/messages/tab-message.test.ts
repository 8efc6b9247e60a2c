import { describe, expect, it } from 'vitest';
import { readTabMessage } from './tab-message';

describe('readTabMessage', () => {
  it.each([
    { latchkey: 'are-you-there' },
    { latchkey: 'clear' },
    { latchkey: 'begin', runId: 'r', documentToken: 'token-1' },
    { latchkey: 'begin', runId: 'r', documentToken: null },
  ])('reads %j', message => {
    expect(readTabMessage(message)).toEqual(message);
  });

  it.each([
    null,
    undefined,
    'begin',
    7,
    [],
    {},
    { latchkey: 'begin' },
    { latchkey: 'begin', runId: 1, documentToken: null },
    { latchkey: 'begin', runId: 'r' },
    { latchkey: 'begin', runId: 'r', documentToken: 1 },
    { latchkey: 'end', runId: 'r' },
    { latchkey: 1, name: 'vault.status', input: {} },
    JSON.parse('{"__proto__":{"latchkey":"begin","runId":"r"}}'),
  ])('takes %j for none', message => {
    expect(readTabMessage(message)).toBeNull();
  });

  it('hands on nothing but what it read', () => {
    expect(readTabMessage({ latchkey: 'clear', runId: 'r', extra: 1 })).toEqual({ latchkey: 'clear' });
  });
});
