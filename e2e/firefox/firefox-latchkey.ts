// A Firefox with Latchkey, whose vault is open and holds the site's account under the label "Work".
import type { Worker } from 'playwright';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import type { Inside } from '../harness/launch';
import { NODE_READING, NODE_WATCH } from '../harness/watch-nodes';
import type { Site } from '../site/start-site';
import { startSite } from '../site/start-site';
import { AddonPage } from './addon-page';
import { launchFirefox } from './launch-firefox';
import { addAccount, createVault } from './make-vault';

export type FirefoxLatchkey = Inside & {
  readonly browser: Browser;
  readonly site: Site;
  /** The full page, in a tab of its own. */
  readonly options: AddonPage;
  close(): Promise<void>;
};

/** Starts the site and a Firefox with an empty profile, and makes the vault. */
export async function startFirefoxLatchkey(): Promise<FirefoxLatchkey> {
  const firefox = findFirefox();
  if (firefox === undefined) throw new Error('No Firefox was found. Install one, or name it in LATCHKEY_FIREFOX.');
  const site = await startSite();
  const browser = await launchFirefox(firefox, site.port);
  const options = await AddonPage.open(browser, 'options.html');
  await createVault(options);
  await addAccount(options, { label: 'Work', ...site.account });
  // The driver does not reach the background page. What is stored is the same for all pages of an add-on, and each of them
  // hears what the script on the login page says.
  const inside = { evaluate: options.page.evaluate.bind(options.page) } as unknown as Pick<Worker, 'evaluate'>;
  return {
    browser,
    site,
    options,
    worker: async () => inside,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Opens an address in a tab in front, whose nodes are watched from the start. */
export async function openTab({ browser }: FirefoxLatchkey, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(...NODE_WATCH);
  await page.bringToFront();
  await page.goto(address);
  return page;
}

/** The names of the nodes that somebody else than the page added, in all documents of the tab so far. */
export function readAddedNodes(page: Page): Promise<readonly string[]> {
  return page.evaluate(...NODE_READING);
}
