import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from '../find-browser.mjs';
import { runCommand } from '../run-command.mjs';

const DOWNLOAD_TIMEOUT_MS = 60_000;
const PACKAGE_TIMEOUT_MS = 10 * 60_000;

/** Finds a Chromium, or gets one: from Playwright, or from the system's package manager. Gives its path. */
export async function installChromium(say) {
  const present = findChromium();
  if (present !== undefined) return present;
  if (process.platform === 'win32') throw new Error(ADVICE);

  say('Chromium: playwright install chromium');
  await runCommand(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  // It may have arrived and still not start: Playwright brings the browser, not the libraries it needs.
  const downloaded = findChromium();
  if (downloaded !== undefined) return downloaded;

  await installPackages(['chromium', 'fonts-liberation'], say);
  const installed = findChromium();
  if (installed === undefined) throw new Error(ADVICE);
  return installed;
}

const ADVICE =
  'No Chromium was found and none could be installed. Install Chromium (not Google Chrome, which loads no unpacked extension from the command line), or name one in LATCHKEY_BROWSER, then run this again.';

/** Gets a Firefox where that needs nobody's leave. Without one the tests say that they skipped it. */
export async function installFirefox(say) {
  if (findFirefox() === undefined) await installPackages(['firefox-esr'], say);
}

/** Installs Debian packages where this account may. Whether it worked shows in whether the browser is there. */
async function installPackages(packages, say) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const asRoot = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const runApt = (...args) => {
    const [program, ...rest] = [...asRoot, '-q', '-o', 'DPkg::Lock::Timeout=120', ...args];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    return runCommand(program, rest, { timeoutMs: PACKAGE_TIMEOUT_MS, env });
  };
  say(`packages: apt-get install ${packages.join(' ')}`);
  const updated = await runApt('update');
  const installed = await runApt('install', '-y', '--no-install-recommends', ...packages);
  if (!installed.ok) console.error(updated.ok ? installed.output : updated.output + installed.output);
}
