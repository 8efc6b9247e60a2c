import { describe, expect, it } from 'vitest';
import { readTabMessage } from './tab-message';

describe('readTabMessage', () => {
  it('reads the two messages that there are', () => {
    expect(readTabMessage({ latchkey: 'are-you-there' })).toEqual({ latchkey: 'are-you-there' });
    expect(readTabMessage({ latchkey: 'begin', runId: 'r' })).toEqual({ latchkey: 'begin', runId: 'r' });
  });

  it.each([
    null,
    undefined,
    'begin',
    7,
    [],
    {},
    { latchkey: 'begin' },
    { latchkey: 'begin', runId: 1 },
    { latchkey: 'end', runId: 'r' },
    { latchkey: 1, name: 'vault.status', input: {} },
    JSON.parse('{"__proto__":{"latchkey":"begin","runId":"r"}}'),
  ])('takes %j for none', message => {
    expect(readTabMessage(message)).toBeNull();
  });

  it('hands on nothing but what it read', () => {
    expect(readTabMessage({ latchkey: 'begin', runId: 'r', extra: 1 })).toEqual({ latchkey: 'begin', runId: 'r' });
  });
});
