import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SECRET_PLACEHOLDER, Secret } from './secret';

const CANARY = 'canary-5b1f';
const secret = new Secret<'test'>(CANARY);

describe('a secret', () => {
  it.each<[string, () => string]>([
    ['a template', () => `${secret}`],
    ['adding it to a text', () => `key: ${String(secret)}`],
    ['toString', () => secret.toString()],
    ['JSON', () => JSON.stringify({ secret })],
    ['JSON with spaces', () => JSON.stringify([secret], null, 2)],
    ['a debugger’s preview', () => inspect({ secret }, { depth: 9, showHidden: true })],
    [
      'a preview without our own hook',
      () => inspect(secret, { customInspect: false, showHidden: true, getters: true }),
    ],
    ['a log line', () => format('%s %o %j', secret, secret, secret)],
    ['an error message', () => new Error('refused', { cause: secret }).message],
    ['joining it in a list', () => [secret].join()],
    ['its own properties', () => JSON.stringify(Object.getOwnPropertyDescriptors(secret))],
    ['a structured clone', () => inspect(structuredClone({ secret }), { depth: 9, showHidden: true })],
  ])('does not get out by %s', (_, print) => {
    expect(print()).not.toContain(CANARY);
  });

  it('prints as its placeholder', () => {
    expect(`${secret}`).toBe(SECRET_PLACEHOLDER);
    expect(JSON.stringify(secret)).toBe(JSON.stringify(SECRET_PLACEHOLDER));
    expect(inspect(secret)).toBe(SECRET_PLACEHOLDER);
  });

  it('has no properties to iterate over, spread or copy', () => {
    expect(Object.keys(secret)).toEqual([]);
    expect({ ...secret }).toEqual({});
  });

  it('gives its characters to whoever says reveal', () => {
    expect(secret.reveal()).toBe(CANARY);
  });

  it('equals another one with the same characters and no other', () => {
    expect(secret.equals(new Secret<'test'>(CANARY))).toBe(true);
    expect(secret.equals(new Secret<'test'>(`${CANARY} `))).toBe(false);
  });
});
