// Looks for browsers and installs none. Plain JavaScript without dependencies: it runs before `npm ci` as well as after it.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PROBE_TIMEOUT_MS = 20_000;

/** Chrome itself is not among them: since version 137 it ignores --load-extension. */
const CHROMIUMS = ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const FIREFOXES = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Answers that were found once: each probe starts a program. */
const found = new Map();

/** The Chromium to use, or undefined: the one named by LATCHKEY_BROWSER, Playwright's own, one of the system. */
export function findChromium() {
  return remember(
    'chromium',
    () => findNamed('LATCHKEY_BROWSER') ?? findPlaywrightChromium() ?? findInSystem(CHROMIUMS),
  );
}

/** The Firefox to use, or undefined: the one named by LATCHKEY_FIREFOX, one of the system. */
export function findFirefox() {
  return remember('firefox', () => findNamed('LATCHKEY_FIREFOX') ?? findInSystem(FIREFOXES));
}

function remember(browser, find) {
  const program = found.get(browser) ?? find();
  if (program !== undefined) found.set(browser, program);
  return program;
}

/** A browser that a person chose is taken or refused, never quietly replaced by another one. */
function findNamed(variable) {
  const program = process.env[variable];
  if (program === undefined || program === '') return undefined;
  const resolved = findProgram(program);
  if (resolved === undefined) throw new Error(`${variable} names “${program}”, and there is no such program.`);
  return resolved;
}

function findPlaywrightChromium() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    return findInSystem([chromium.executablePath()]);
  } catch {
    // Playwright is not installed yet, or knows no build for this system.
    return undefined;
  }
}

/** The first that starts: a download may lack the system's libraries, and a package may be only a hint to install another. */
function findInSystem(candidates) {
  return candidates
    .map(findProgram)
    .find(
      program => program !== undefined && spawnSync(program, ['--version'], { timeout: PROBE_TIMEOUT_MS }).status === 0,
    );
}

/** The absolute path of a program given by path or by name. */
function findProgram(program) {
  const isPath = program.includes('/') || program.includes(path.sep);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = isPath ? [path.resolve(program)] : folders.map(folder => path.join(folder, program));
  return places.find(place => existsSync(place) && statSync(place).isFile());
}
