// Chromium with the shipped build, on the real origin: the host is mapped to a local https server, so that no permission,
// build or back door exists for tests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Worker } from 'playwright';
import { chromium } from 'playwright';
import { findChromium } from '../../scripts/find-browser.mjs';

export const SITE_ORIGIN = 'https://paramant.app';
export const LOGIN_URL = `${SITE_ORIGIN}/auth/login`;
/** Where a sign-in leads that was to lead nowhere else. */
export const DASHBOARD_URL = `${SITE_ORIGIN}/dashboard`;
/** The build that ships. */
export const BUILD = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** Where `https://paramant.app` really answers; null leaves the real site in its place, for a person. */
export type MappedSite = { readonly port: number; readonly spkiHash: string };

export type LaunchOptions = {
  readonly site: MappedSite | null;
  /** Whether the relay, too, answers from there; else nobody does. */
  readonly relay?: boolean;
  readonly headless: boolean;
  /** A profile to go on with; a fresh one is made, and deleted at the end, where it is absent. */
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Whether the browser keeps pages that were left, to come back to: the tests' default is not to. */
  readonly keepsLeftPages?: boolean;
  /** Folders of other extensions, to be loaded beside Latchkey. */
  readonly otherExtensions?: readonly string[];
};

/** A running browser with Latchkey in it. */
export type Latchkey = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** The worker as it runs now: after a kill there is another one. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
};

/** A place inside Latchkey from which its storage and what it hears are seen: Chromium's worker, or a page in Firefox. */
export type Inside = { worker(): Promise<Pick<Worker, 'evaluate'>> };

function mappingArguments({ site, relay = false }: LaunchOptions): string[] {
  if (site === null) return [];
  const here = `127.0.0.1:${site.port}`;
  return [
    `--host-resolver-rules=MAP paramant.app:443 ${here}, ${relay ? `MAP relay.paramant.app:443 ${here}, ` : ''}MAP * ~NOTFOUND`,
    `--ignore-certificate-errors-spki-list=${site.spkiHash}`,
  ];
}

async function findWorker(context: BrowserContext): Promise<Worker> {
  const [running] = context.serviceWorkers();
  return running ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}

/** Starts Chromium with the build in `.output/chrome-mv3`. */
export async function launchLatchkey(options: LaunchOptions): Promise<Latchkey> {
  const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'latchkey-profile-')));
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found: npm test and npm start install one');
  const extensions = [BUILD, ...(options.otherExtensions ?? [])].join(',');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    // With a window of its own size a person can resize; a headless one needs telling.
    viewport: options.headless ? { width: 1280, height: 800 } : null,
    locale: 'en-GB',
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-GB',
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...mappingArguments(options),
    ],
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.keepsLeftPages === true ? ['--disable-back-forward-cache'] : []),
    ],
  });
  const worker = await findWorker(context);
  return {
    context,
    extensionId: new URL(worker.url()).host,
    profile,
    worker: () => findWorker(context),
    async close() {
      try {
        await context.close();
      } finally {
        if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  };
}
