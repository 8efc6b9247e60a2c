// npm start: shows Latchkey at work, to a person or, without a display, to a script. The last line says whether the
// site, and nobody else, called this browser signed in.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILD, launchLatchkey } from '../e2e/harness/launch';
import { accompanyPerson } from './demo/accompany-person';
import { signInByScript } from './demo/journey';
import { openSite } from './demo/open-site';
import type { DemoArguments } from './demo/read-arguments';
import { readArguments } from './demo/read-arguments';
import { watchSession } from './demo/watch-session';
import { runWxt } from './wxt.mjs';

const BUILD_TIMEOUT_MS = 180_000;

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Builds Latchkey, or sees that a build is there. */
async function prepareBuild(asked: DemoArguments): Promise<void> {
  if (!asked.build) {
    if (!existsSync(BUILD)) throw new Error('there is no build yet: leave out --no-build');
    return;
  }
  console.log('building Latchkey');
  await runWxt(['build', '--browser', 'chrome'], { timeoutMs: BUILD_TIMEOUT_MS });
}

/** What was asked for. Throws a sentence where it makes no sense or cannot be done here. */
function understand(args: readonly string[]): DemoArguments {
  const asked = readArguments(args);
  if (typeof asked === 'string') throw new Error(asked);
  if (asked.mode === 'live' && !hasDisplay()) throw new Error('--live needs a display.');
  return asked;
}

/** Gives who was signed in. Rejects with the reason where nobody was. */
async function runDemo(asked: DemoArguments, profile: string): Promise<string> {
  const lacksDisplay = asked.mode !== 'live' && !asked.headless && !hasDisplay();
  if (lacksDisplay) console.log('no display: signing in headless');
  await prepareBuild(asked);
  const site = await openSite(asked);
  const isScripted = asked.mode !== 'live' && (asked.headless || lacksDisplay);
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

// The browser's driver ends this process by itself when it is interrupted, so the last acts are done on the way out.
const profile = mkdtempSync(path.join(tmpdir(), 'latchkey-demo-'));
let closingLine = 'not signed in: interrupted';
process.once('exit', () => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  console.log(closingLine);
});
try {
  closingLine = await runDemo(understand(process.argv.slice(2)), profile);
  process.exitCode = 0;
} catch (error) {
  closingLine = writeFailure(error);
  process.exitCode = 1;
}
