import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Latchkey } from '../../e2e/harness/launch';
import { SITE_ORIGIN } from '../../e2e/harness/launch';
import { OptionsPage } from '../../e2e/pages/options-page';
import { Popup } from '../../e2e/pages/popup';
import { ROOT } from '../run-command.mjs';
import type { Credentials } from './read-arguments';
import { readReason } from './read-reason';
import type { SessionWatch } from './watch-session';

const FOLDER = path.join(ROOT, '.output/demo');
const MASTER_PASSWORD = 'walnut orbit teacup lantern';

/** A code may have to wait for the next step, and a site may be slow. */
const SIGN_IN_TIMEOUT_MS = 90_000;
const LOOK_EVERY_MS = 250;
/** After Latchkey says that it is over, the answer that it is about may still be on its way to us. */
const LAST_LOOK_MS = 2_000;

/** Signs in as {@link act} does, and says where the pictures are, also of what went wrong. */
export async function signInByScript(
  latchkey: Latchkey,
  credentials: Credentials,
  watch: SessionWatch,
  siteName: string,
): Promise<void> {
  const pictures = await startPictures(siteName);
  try {
    await act(latchkey, credentials, watch, pictures);
  } finally {
    console.log(`pictures: ${pictures.all}`);
  }
}

/**
 * What a person would do: make a vault, save the account, open the login page, press Sign in. Rejects with the reason why
 * not.
 */
async function act(
  latchkey: Latchkey,
  credentials: Credentials,
  watch: SessionWatch,
  pictures: Pictures,
): Promise<void> {
  const options = await OptionsPage.open(latchkey);
  await options.page.screenshot({ path: pictures.next('first-run') });
  await options.createVault(MASTER_PASSWORD);
  await saveAccount(options, credentials);
  await options.page.screenshot({ path: pictures.next('account') });

  const page = await latchkey.context.newPage();
  await page.goto(`${SITE_ORIGIN}/auth/login`);
  await page.screenshot({ path: pictures.next('login') });
  const popup = await Popup.open(latchkey, page);
  await popup.expect('button', 'Sign in');
  await popup.screenshot(pictures.next('popup'));
  await popup.click('button', 'Sign in');

  const reason = await waitForEnd(latchkey, watch);
  if (watch.isStarted()) await page.waitForURL(url => !url.pathname.startsWith('/auth/login')).catch(() => {});
  await page.screenshot({ path: pictures.next('end') });
  if (!watch.isStarted()) throw new Error(reason);
}

/** Saves the account. What Latchkey says against it is the reason, not that we waited in vain. */
async function saveAccount(options: OptionsPage, credentials: Credentials): Promise<void> {
  const alerts = options.page.getByRole('alert').filter({ hasText: /./ });
  const saved = options.addAccount({ label: 'Paramant', ...credentials });
  const refused = alerts.first().waitFor({ timeout: 0 });
  // Whichever comes second ends with the browser, and nobody listens any more.
  saved.catch(() => {});
  refused.catch(() => {});
  await Promise.race([saved, refused]);
  const [refusal] = await alerts.allInnerTexts();
  if (refusal !== undefined) throw new Error(refusal);
}

/** Waits until the site has signed us in or Latchkey says why not. */
async function waitForEnd(latchkey: Latchkey, watch: SessionWatch): Promise<string> {
  const giveUpAt = performance.now() + SIGN_IN_TIMEOUT_MS;
  while (performance.now() < giveUpAt && !watch.isStarted()) {
    const reason = await readReason(latchkey);
    if (reason !== null) {
      await Promise.race([watch.started, pause(LAST_LOOK_MS)]);
      return reason;
    }
    await Promise.race([watch.started, pause(LOOK_EVERY_MS)]);
  }
  return 'the site did not set its session cookie in time';
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** Where the next picture goes, and all of them. */
type Pictures = { readonly next: (what: string) => string; readonly all: string };

/** Screenshots go to `.output/demo/SITE-N-WHAT.png`; those of an earlier run on the same site are removed. */
async function startPictures(siteName: string): Promise<Pictures> {
  const prefix = `${siteName.replace(/[^a-z0-9-]+/gi, '-')}-`;
  await mkdir(FOLDER, { recursive: true });
  const isOld = (name: string) => name.startsWith(prefix) && /^\d/.test(name.slice(prefix.length));
  for (const name of (await readdir(FOLDER)).filter(isOld)) await rm(path.join(FOLDER, name));
  let count = 0;
  const all = path.relative(ROOT, path.join(FOLDER, `${prefix}*.png`));
  return { next: what => path.join(FOLDER, `${prefix}${++count}-${what}.png`), all };
}
