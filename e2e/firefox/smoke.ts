// The built add-on in a real Firefox: a vault is made, filled, locked and opened again, its codes are those that the site
// expects, and one press signs in. Exits with 0 if all of that held.
import assert from 'node:assert/strict';
import type { Browser } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { MASTER_PASSWORD } from '../harness/master-password';
import type { Site } from '../site/start-site';
import { startSite } from '../site/start-site';
import { AddonPage } from './addon-page';
import { launchFirefox } from './launch-firefox';
import { addAccount, createVault } from './make-vault';

const LABEL = 'Work';

/** The code may be read at the very end of its step, so the step before counts as well: as it does on the site. */
async function compareCode(options: AddonPage, site: Site): Promise<void> {
  const shown = await options.readCode();
  const expected = [0, -1].map(offset => site.codeFor(site.account.secret, offset));
  assert.ok(expected.includes(shown), `the code ${shown} is none of ${expected}`);
}

async function lockAndUnlock(options: AddonPage): Promise<void> {
  await options.press('Lock');
  await options.waitForButton('Unlock');
  await options.waitFor('the account to be hidden', label => !document.body.textContent?.includes(label), LABEL);
  await options.type('Master password', MASTER_PASSWORD);
  await options.press('Unlock');
  await options.waitForButton('Copy code');
}

/** No driver opens Firefox's popup, so its page stands in a tab behind the login page. It asks for the tab in front. */
async function signIn(browser: Browser, site: Site): Promise<void> {
  const popup = await AddonPage.open(browser, 'popup.html');
  const login = await browser.newPage();
  await login.goto('https://paramant.app/auth/login');
  await login.bringToFront();
  await popup.page.evaluate(() => location.reload());
  await popup.waitForButton('Sign in');
  await popup.page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(button => button.textContent === 'Sign in')?.click();
  });
  await login.waitForFunction(() => location.pathname === '/dashboard', { timeout: 45_000 });
  assert.ok(site.isSignedIn(site.account.email), 'the site signed nobody in');
  assert.equal(site.finalVerifications, 1);
}

async function runSteps(browser: Browser, site: Site): Promise<void> {
  const options = await AddonPage.open(browser, 'options.html');
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    'create a vault': () => createVault(options),
    'add an account': () => addAccount(options, { label: LABEL, ...site.account }),
    'show the code that the site expects': () => compareCode(options, site),
    'lock and unlock': () => lockAndUnlock(options),
    'sign in': () => signIn(browser, site),
  };
  for (const [name, run] of Object.entries(steps)) {
    await run();
    process.stdout.write(`ok ${name} (${Math.round(performance.now() / 100) / 10} s in all)\n`);
  }
}

const firefox = findFirefox();
if (firefox === undefined) throw new Error('No Firefox was found. Install one, or name it in LATCHKEY_FIREFOX.');
const site = await startSite();
const browser = await launchFirefox(firefox, site.port);
try {
  await runSteps(browser, site);
} finally {
  await browser.close();
  await site.close();
}
