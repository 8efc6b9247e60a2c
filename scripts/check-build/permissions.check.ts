import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../run-command.mjs';
import { BUILDS, readBuild, readText } from './read-build';

/** For each permission, the call that needs it. */
const USES: Readonly<Record<string, RegExp>> = {
  storage: /\.storage\.local\b/,
  alarms: /\.alarms\.create\(/,
  idle: /\.idle\.onStateChanged\b/,
  scripting: /\.scripting\.executeScript\(/,
  contextMenus: /\.contextMenus\.create\(/,
  notifications: /\.notifications\.create\(/,
  offscreen: /\.createDocument\(/,
  clipboardWrite: /\.execCommand\(\s*["'`]copy["'`]/,
  clipboardRead: /\.execCommand\(\s*["'`]paste["'`]/,
};

/** It is no call: it lets the address of a tab be seen after a gesture. */
const WITHOUT_A_CALL = ['activeTab'];

const DECISION = readFileSync(path.join(ROOT, 'docs/decisions/004-permissions.md'), 'utf8');

describe.each(BUILDS)('%s', build => {
  const files = readBuild(build);
  const { permissions, optional_permissions: optional } = JSON.parse(readText(files, 'manifest.json'));
  // The script on the page has none of these, so its code would prove nothing.
  const code = files
    .filter(({ name }) => name.endsWith('.js') && !name.startsWith('content-scripts/'))
    .map(({ bytes }) => bytes.toString('utf8'))
    .join('\n');

  it.each<string>([...permissions, ...optional])('uses the permission %s, and says for what', permission => {
    const use = USES[permission];
    if (use === undefined) expect(WITHOUT_A_CALL).toContain(permission);
    else expect(use.test(code), `${use} in the code`).toBe(true);
    expect(DECISION).toContain(`\n| \`${permission}\``);
  });
});
