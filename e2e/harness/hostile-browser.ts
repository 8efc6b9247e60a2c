// One browser for many hostile pages: each is served on the real login page's address, and met with a sign-in.
import type { Page, Request } from 'playwright';
import { OptionsPage } from '../pages/options-page';
import type { Site } from '../site/start-site';
import { startSite } from '../site/start-site';
import type { Latchkey, LaunchOptions } from './launch';
import { LOGIN_URL, launchLatchkey } from './launch';
import { pressCommand } from './raise-event';
import { readSessionStorage, waitForOutcome } from './read-state';
import { findHeard, recordPage } from './record-page';
import { waitUntil } from './wait';
import { forgetSignIns } from './write-state';

/** A document that the address of the login page answers with. */
export type ServedPage = { readonly body: string; readonly headers?: Readonly<Record<string, string>> };

export type HostileBrowser = {
  readonly latchkey: Latchkey;
  readonly site: Site;
  /** A new tab in which the login page, and everything below it, is the given one. It is not opened yet. */
  serve(page: ServedPage): Promise<Page>;
  /** The same, opened. */
  open(body: string): Promise<Page>;
  /** Where a page heard of any secret, and what left its tab with one. The code is whichever may be current. */
  leaks(page: Page): Promise<readonly string[]>;
  /** Presses the command over a page, and waits until a run has begun there. */
  begin(page: Page): Promise<void>;
  /** The same, and waits until the run is over. How it ended: its code and what its sentence names. */
  outcome(page: Page): Promise<string>;
  /** Ends what a test left behind: its tabs, its run, the times and codes that it used up. */
  tidy(): Promise<void>;
  close(): Promise<void>;
};

/** What leaves a tab, whoever in it sends it: a script of an extension uses none of the functions that a page can listen at. */
function watchTraffic(page: Page): (values: readonly string[]) => readonly string[] {
  const sent: { readonly channel: string; readonly where: string; readonly text: string }[] = [];
  page.on('request', (request: Request) => {
    const text = [request.url(), ...Object.values(request.headers()), request.postData() ?? ''].join('\n');
    sent.push({ channel: 'request', where: request.url().split(/[?#]/u, 1)[0] ?? '', text });
  });
  page.on('websocket', socket => {
    sent.push({ channel: 'socket', where: 'address', text: socket.url() });
    socket.on('framesent', ({ payload }) => sent.push({ channel: 'socket', where: 'frame', text: String(payload) }));
  });
  page.on('console', said => sent.push({ channel: 'console', where: said.type(), text: said.text() }));
  return values =>
    sent
      .filter(({ text }) => values.some(value => text.includes(value) || text.includes(encodeURIComponent(value))))
      .map(({ channel, where }) => `${channel} ${where}`);
}

/** Starts the browser, with a vault that is open and holds the site's account. */
export async function openHostileBrowser(changes: Partial<LaunchOptions> = {}): Promise<HostileBrowser> {
  const site = await startSite({ layout: 'april' });
  const latchkey = await launchLatchkey({ site, headless: true, ...changes });
  await OptionsPage.openWithWork(latchkey, site);
  const tabs: Page[] = [];
  const traffic = new WeakMap<Page, ReturnType<typeof watchTraffic>>();

  const serve = async ({ body, headers = {} }: ServedPage) => {
    const page = await latchkey.context.newPage();
    tabs.push(page);
    traffic.set(page, watchTraffic(page));
    await recordPage(page);
    await page.route(
      url => url.href.startsWith(LOGIN_URL),
      async (route, request) => {
        if (request.method() !== 'GET') return route.fulfill({ status: 204 });
        await route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { ...headers }, body });
      },
    );
    return page;
  };
  const readRun = async () => {
    const { run, lastRun } = await readSessionStorage(latchkey);
    return { run: run as object | undefined, lastRun: JSON.stringify(lastRun ?? null) };
  };
  const begin = async (page: Page) => {
    const before = await readRun();
    await pressCommand(latchkey, page, 'sign-in');
    await waitUntil('a sign-in to begin', async () => {
      const now = await readRun();
      return now.run !== undefined || now.lastRun !== before.lastRun;
    });
  };

  return {
    latchkey,
    site,
    serve,
    begin,
    async open(body) {
      const page = await serve({ body });
      await page.goto(LOGIN_URL);
      return page;
    },
    async leaks(page) {
      const { email, key, secret } = site.account;
      const secrets = [email, key, secret, ...[-1, 0, 1].map(offset => site.codeFor(secret, offset))];
      return [...(await findHeard(page, secrets)), ...(traffic.get(page)?.(secrets) ?? [])];
    },
    async outcome(page) {
      await begin(page);
      await waitUntil('the sign-in to be over', async () => (await readRun()).run === undefined);
      const { outcome, details } = await waitForOutcome(latchkey);
      return [outcome, ...details].join(' ');
    },
    async tidy() {
      await Promise.all(tabs.splice(0).map(page => page.close()));
      await waitUntil('the run to end with its tab', async () => (await readRun()).run === undefined);
      await forgetSignIns(latchkey);
      site.forgetAttempts();
    },
    async close() {
      await latchkey.close();
      await site.close();
    },
  };
}
