import { test as base } from 'playwright/test';
import type { Latchkey } from './harness/launch';
import { launchLatchkey } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { VirtualAuthenticator } from './harness/virtual-authenticator';
import { HeldAccounts } from './pages/held-accounts';
import { OptionsPage } from './pages/options-page';
import type { Site } from './site/start-site';
import { startSite } from './site/start-site';
import type { KeyModel } from './site/state';

type Fixtures = {
  /** How the site hands out keys. */
  readonly keyModel: KeyModel;
  /** Whether the relay answers too. */
  readonly relay: boolean;
  /** A local copy of the site, new for each test. */
  readonly site: Site;
  /** Chromium with Latchkey and an empty profile, on that site. */
  readonly latchkey: Latchkey;
  /** The full page, with a vault that holds the site's account under the label "Work". */
  readonly options: OptionsPage;
  /** The same, where the passkey "Laptop" of a device on that page holds the account. */
  readonly held: Held;
};

type Held = {
  readonly accounts: HeldAccounts;
  readonly device: VirtualAuthenticator;
  /** As it was written down when the passkey was made. */
  readonly recoveryCode: string;
};

export const test = base.extend<Fixtures>({
  keyModel: ['self-service', { option: true }],
  relay: [false, { option: true }],
  site: async ({ keyModel }, use) => {
    const site = await startSite({ keyModel });
    await use(site);
    await site.close();
  },
  latchkey: async ({ site, relay, colorScheme }, use) => {
    const latchkey = await launchLatchkey({
      site,
      relay,
      headless: true,
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    });
    await use(latchkey);
    await latchkey.close();
  },
  options: async ({ latchkey, site }, use) => {
    await use(await OptionsPage.openWithWork(latchkey, site));
  },
  held: async ({ options }, use) => {
    const device = await VirtualAuthenticator.add(options.page);
    const accounts = new HeldAccounts(options);
    const recoveryCode = await accounts.setUp('Work', 'Laptop', MASTER_PASSWORD);
    await use({ accounts, device, recoveryCode });
  },
});
