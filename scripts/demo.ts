// npm start: shows Latchkey at work, to a person or, without a display, to a script. The last line says whether the
// site, and nobody else, called this browser signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchLatchkey } from '../e2e/harness/launch';
import { accompanyPerson } from './demo/accompany-person';
import { signInByScript } from './demo/journey';
import { openSite } from './demo/open-site';
import { type DemoArguments, readArguments } from './demo/read-arguments';
import { watchSession } from './demo/watch-session';
import { runCommand } from './run-command.mjs';

const BUILD_TIMEOUT_MS = 180_000;

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function build(): Promise<void> {
  console.log('building Latchkey');
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', 'chrome'];
  const { ok, output } = await runCommand(process.execPath, args, { timeoutMs: BUILD_TIMEOUT_MS });
  if (ok) return;
  console.error(output);
  throw new Error('the build failed, as printed above');
}

/** Gives who was signed in. Rejects with the reason where nobody was. */
async function runDemo(asked: DemoArguments, profile: string): Promise<string> {
  await build();
  const site = await openSite(asked);
  const isScripted = asked.mode !== 'live' && (asked.headless || !hasDisplay());
  try {
    const latchkey = await launchLatchkey({ site: site.mapped, headless: isScripted, profile });
    try {
      const watch = watchSession(latchkey.context);
      if (isScripted && site.credentials !== null) await signInByScript(latchkey, site.credentials, watch, site.name);
      else await accompanyPerson(latchkey, site, watch);
      if (!watch.isStarted()) throw new Error('the window was closed before the site set its session cookie');
      return `signed in as ${site.credentials?.email ?? 'you'} (${site.name})`;
    } finally {
      // Whoever closed the window, or the screen under it, has left nothing to close.
      await latchkey.close().catch(() => {});
    }
  } finally {
    await site.close();
  }
}

/** The first line of what went wrong: the closing line is one line. */
function writeFailure(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  return `not signed in: ${first}`;
}

const asked = readArguments(process.argv.slice(2));
const problem =
  typeof asked === 'string' ? asked : asked.mode === 'live' && !hasDisplay() ? '--live needs a display.' : null;
if (problem !== null || typeof asked === 'string') {
  console.error(problem);
  process.exit(2);
}

// The browser's driver ends this process by itself when it is interrupted, so the last acts are done on the way out.
const profile = mkdtempSync(path.join(tmpdir(), 'latchkey-demo-'));
let closingLine = 'not signed in: interrupted';
process.once('exit', () => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  console.log(closingLine);
});
try {
  closingLine = await runDemo(asked, profile);
  process.exitCode = 0;
} catch (error) {
  closingLine = writeFailure(error);
  process.exitCode = 1;
}
