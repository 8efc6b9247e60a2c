// Makes a fresh clone ready: node modules, generated types, a Chromium. Quick and silent where nothing is to do.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run-command.mjs';
import { installChromium, installFirefox } from './set-up/install-browsers.mjs';
import { installModules } from './set-up/install-modules.mjs';
import { runWxt } from './wxt.mjs';

const OLDEST_NODE = [20, 19];
const PREPARE_TIMEOUT_MS = 120_000;

/** Sets up, one printed line per step. Rejects with one plain sentence that says what to do. */
export async function setUp({ needsBrowser = true, wantsFirefox = false } = {}) {
  checkNode();
  await installModules(say);
  await prepareTypes();
  // Children find the same browser by its name instead of looking for it again.
  if (needsBrowser) process.env.LATCHKEY_BROWSER = await installChromium(say);
  if (wantsFirefox) await installFirefox(say);
}

function say(step) {
  console.log(`set up: ${step}`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `This is Node ${process.versions.node}. Install Node ${OLDEST_NODE.join('.')} or newer, then run this again.`,
  );
}

/** Everything reads the generated tsconfig. Later builds keep it current, so only its absence matters here. */
async function prepareTypes() {
  if (existsSync(path.join(ROOT, '.wxt/tsconfig.json'))) return;
  say('generated types: wxt prepare');
  await runWxt(['prepare'], { timeoutMs: PREPARE_TIMEOUT_MS });
}
