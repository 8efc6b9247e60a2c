import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runCommand } from '../run-command.mjs';

const INSTALL_TIMEOUT_MS = 10 * 60_000;

/** Installs the node modules where they are missing or another version of the lockfile installed them. */
export async function installModules(say) {
  if (areModulesCurrent()) return;
  say('node modules: npm ci');
  // No install script of any package runs: none is needed, and it is the usual way in for a bad one.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { ok, output } = await runCommand('npm', args, { timeoutMs: INSTALL_TIMEOUT_MS });
  if (ok) return;
  console.error(output);
  throw new Error(
    'The node modules could not be installed. Check that the npm registry can be reached, then run this again.',
  );
}

/**
 * npm leaves a list of what it installed in node_modules, as its very last act. That list is our stamp: it says more
 * than one of our own, and a half-finished install has none.
 */
function areModulesCurrent() {
  const stampPath = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(stampPath)) return false;
  try {
    return isSameList(readPackages(path.join(ROOT, 'package-lock.json')), readPackages(stampPath));
  } catch {
    rmSync(stampPath);
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** What is locked for another system stays out of node_modules, and is optional. */
function isSameList(locked, installed) {
  const isSame = (name, entry) => installed[name]?.integrity === entry.integrity;
  const wanted = Object.entries(locked).filter(([name]) => name !== '');
  const isComplete = wanted.every(([name, entry]) => isSame(name, entry) || (entry.optional && !installed[name]));
  return isComplete && Object.keys(installed).every(name => name in locked);
}
