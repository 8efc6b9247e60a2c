import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseApiKey } from './api-key';
import { formatKey, KEY_FORMATS, quoteForShell } from './key-formats';

const KEY = `pgp_${'a1'.repeat(32)}`;

describe('formatKey', () => {
  it.each([
    ['raw', KEY],
    ['bearer', `Authorization: Bearer ${KEY}`],
    ['x-api-key', `X-Api-Key: ${KEY}`],
    ['curl', `curl -H 'X-Api-Key: ${KEY}' https://relay.paramant.app/v2/check-key`],
    ['env', `PARAMANT_API_KEY=${KEY}`],
  ] as const)('writes a key as %s', (format, line) => {
    expect(formatKey(KEY, format)).toBe(line);
  });

  it('ends in no line break, so that a pasted command waits for its owner', () => {
    for (const format of KEY_FORMATS) expect(formatKey(KEY, format)).not.toMatch(/\n/u);
  });

  it('writes a header that is read back as the key when it is pasted whole behind its name', () => {
    const value = formatKey(KEY, 'bearer').slice('Authorization: '.length);
    const parsed = parseApiKey(value);
    expect(parsed.ok && parsed.value.key.reveal()).toBe(KEY);
  });
});

describe('quoteForShell', () => {
  it.each(['plain', "it's", "''", '$(echo no) `echo no` $HOME', 'two\nlines', String.raw`back\slash`, ''])(
    'makes one word of %j that a shell hands on to the letter',
    text => {
      const printed = execFileSync('/bin/sh', ['-c', `printf %s ${quoteForShell(text)}`], { encoding: 'utf8' });
      expect(printed).toBe(text);
    },
  );
});
