import { describe, expect, it } from 'vitest';
import { BUILDS, readBuild, readText } from './read-build';

// docs/decisions/005: the page neither hears of the script on it nor can talk to it.
describe.each(BUILDS)('%s: the script on the sign-in page', build => {
  const code = readText(readBuild(build), 'content-scripts/signin.js');
  const find = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name).sort();

  it.each([
    ['posts nothing to the window', /postMessage|BroadcastChannel|MessageChannel/],
    ['hears no message of the window', /\bonmessage\b|addEventListener\(\s*["'`]message["'`]/],
    ['makes no events of its own', /CustomEvent|createEvent|new\s+MessageEvent/],
  ])('%s', (_what, pattern) => {
    expect(code).not.toMatch(pattern);
  });

  it('dispatches what typing and pasting into a field dispatch, and no other event', () => {
    const made = find(/\bnew\s+(\w*Event)\(/g);
    expect([...new Set(made)]).toEqual(['ClipboardEvent', 'Event', 'InputEvent']);
    const named = find(/\bnew\s+\w*Event\(\s*["'`](\w+)/g);
    expect([...new Set(named)]).toEqual(['beforeinput', 'change', 'input', 'paste']);
    expect(named).toHaveLength(made.length);
    expect(find(/\bdispatchEvent(\(new \w*Event\()/g)).toHaveLength(find(/\b(dispatchEvent)\b/g).length);
  });

  it('listens by name, and for nothing that a page would say to it', () => {
    const named = find(/addEventListener\(\s*["'`](\w+)["'`]/g);
    expect(named).toHaveLength(find(/\b(addEventListener)\b/g).length);
    // The browser's own words; a page that says one of “input”, “pagehide”, “pageshow” and “submit” itself is not believed, and
    // “prerenderingchange” comes once before it has a say.
    const known = ['input', 'navigate', 'navigateerror', 'pagehide', 'pageshow', 'prerenderingchange', 'submit'];
    expect(named.filter(name => !known.includes(name ?? ''))).toEqual([]);
  });
});
