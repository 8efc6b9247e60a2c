import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** As it is at the start of a program: what it found once it remembers. */
const load = () => import('./find-browser.mjs');

// Node stands in for a browser: it is a program that surely exists.
const PROGRAM = process.execPath;

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe.each([
  ['LATCHKEY_BROWSER', 'findChromium'],
  ['LATCHKEY_FIREFOX', 'findFirefox'],
] as const)('%s', (variable, find) => {
  it('names the browser that is taken, by its path', async () => {
    vi.stubEnv(variable, PROGRAM);
    expect((await load())[find]()).toBe(PROGRAM);
  });

  it('names it by what it is called, too', async () => {
    vi.stubEnv('PATH', path.dirname(PROGRAM));
    vi.stubEnv(variable, path.basename(PROGRAM));
    expect((await load())[find]()).toBe(PROGRAM);
  });

  it.each(['/nowhere/browser', 'no-such-browser', path.dirname(PROGRAM)])(
    'is refused, not replaced, where it names no program: %s',
    async name => {
      vi.stubEnv(variable, name);
      const browsers = await load();
      expect(() => browsers[find]()).toThrow(`${variable} names “${name}”, and there is no such program.`);
    },
  );
});
