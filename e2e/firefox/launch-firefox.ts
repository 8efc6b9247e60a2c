// A real Firefox with the built add-on, on the real origin: as in Chromium, the name paramant.app leads to the local site,
// and nothing in the build knows about tests.
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';

const BUILD = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');
/** The add-on, as Firefox knows it. */
export const ADDON_ID = 'latchkey@latchkey.example';
/** Firefox draws one at random for each profile; the pages' addresses have to be known beforehand. */
const ADDON_UUID = 'c0ffee00-0000-4000-8000-000000000001';

/** The address of one of the add-on's own pages. */
export function addonPage(name: string): string {
  return `moz-extension://${ADDON_UUID}/${name}`;
}

/** Starts Firefox without a window and installs the build in `.output/firefox-mv3`. */
export async function launchFirefox(executablePath: string, sitePort: number): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // The site makes its certificate anew at every start.
    acceptInsecureCerts: true,
    // Without it a script may not look into the add-on's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.localDomains': 'paramant.app',
      'network.socket.forcePort': `443=${sitePort}`,
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
    },
  });
  await browser.installExtension(BUILD);
  return browser;
}
