// What was typed and not saved comes back, and two windows that edit one account lose nothing of each other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { launchLatchkey } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { readLocalStorage } from './harness/read-state';
import { killWorker } from './harness/worker-life';
import { OptionsPage } from './pages/options-page';

const TYPED = {
  label: 'Half-typed',
  email: 'half@example.org',
  key: `pgp_${'d4'.repeat(20)}`,
  authenticator: 'GEZDGNBVGY3TQOJQ',
};
const CONTINUE = 'Continue the unsaved account';

function restoredNotice({ page }: OptionsPage): Locator {
  return page.getByRole('status').filter({ hasText: /^Unsaved changes from .* are back\./u });
}

async function readDraft(latchkey: Latchkey): Promise<unknown> {
  return (await readLocalStorage(latchkey)).draft;
}

async function expectRestored(options: OptionsPage): Promise<void> {
  await expect(restoredNotice(options)).toBeVisible();
  expect(await options.readAccountForm()).toMatchObject(TYPED);
}

test('what is typed outlives its tab, the worker and a lock, unreadable on the disk, until it is discarded', {
  tag: '@long',
}, async ({ latchkey, options }) => {
  await options.button('Add account').click();
  const { authenticator, ...first } = TYPED;
  await options.typeAccount(first);

  await test.step('the worker is stopped while the form is open', async () => {
    await killWorker(latchkey, options.page);
    await options.typeAccount({ authenticator });
  });

  await test.step('the lock comes right behind the last key press', async () => {
    await options.lock();
    await expect(options.field('Label')).toHaveCount(0);
    const stored = Buffer.from(String(await readDraft(latchkey)), 'base64').toString('latin1');
    expect(stored.length).toBeGreaterThan(4_096);
    const all = stored + JSON.stringify(await readLocalStorage(latchkey));
    for (const typed of Object.values(TYPED)) expect(all).not.toContain(typed);
    await options.unlock(MASTER_PASSWORD);
    await expectRestored(options);
  });

  await test.step('the tab is closed', async () => {
    const other = await OptionsPage.open(latchkey);
    await options.page.close();
    await other.button(CONTINUE).click();
    await expectRestored(other);

    await test.step('and left by the Back button', async () => {
      await other.page.goBack();
      await other.button(CONTINUE).click();
      await expectRestored(other);
    });

    await other.button('Discard').click();
    expect(await other.readAccountForm()).toMatchObject({ label: '', email: '', key: '', authenticator: '' });
    await expect(other.field('Label')).toBeFocused();
    await expect.poll(() => readDraft(latchkey)).toBeUndefined();
    await other.openAccounts();
    await other.button('Add account').click();
    await expect(other.field('Label')).toHaveValue('');
    await expect(restoredNotice(other)).toHaveCount(0);
  });
});

test('what is typed outlives the browser, and is gone once it is saved', { tag: '@long' }, async ({ site }) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-drafts-'));
  const launch = () => launchLatchkey({ site, headless: true, profile });
  try {
    const first = await launch();
    const before = await OptionsPage.open(first);
    await before.createVault(MASTER_PASSWORD);
    await before.button('Add account').click();
    await before.typeAccount(TYPED);
    await expect(before.field('Authenticator')).toHaveValue(TYPED.authenticator);
    await before.openAccounts();
    await expect(before.button(CONTINUE)).toBeVisible();
    await first.close();

    const second = await launch();
    try {
      const after = await OptionsPage.open(second);
      await after.unlock(MASTER_PASSWORD);
      await after.button(CONTINUE).click();
      await expectRestored(after);
      await after.typeAccount({ key: `pgp_${'d4'.repeat(32)}` });
      await after.button('Save account').click();
      await expect(after.account(TYPED.label)).toBeVisible();
      await expect(after.button('Add account')).toBeVisible();
      expect(await readDraft(second)).toBeUndefined();
    } finally {
      await second.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('two windows that edit one account lose neither change, and the same field asks before it is written over', async ({
  latchkey,
  options,
}) => {
  const other = await OptionsPage.open(latchkey);
  const windows = [options, other];
  const openEditors = async (label: string) => {
    for (const window of windows) await window.cardButton(label, 'Edit account').click();
  };
  const save = (window: OptionsPage) => window.button('Save account').click();

  await test.step('different fields', async () => {
    await openEditors('Work');
    await options.typeAccount({ label: 'Renamed' });
    await other.typeAccount({ email: 'moved@example.org' });
    await save(options);
    await save(other);
    for (const window of windows) {
      await expect(window.account('Renamed').getByText('moved@example.org')).toBeVisible();
    }
  });

  await test.step('the same field', async () => {
    await openEditors('Renamed');
    await options.typeAccount({ label: 'Here' });
    await other.typeAccount({ label: 'There' });
    await save(options);
    await expect(options.account('Here')).toBeVisible();
    await save(other);
    await expect(other.alert('changed in another window')).toBeVisible();
    await expect(other.page.getByText('The other window saved “Here”.')).toBeVisible();
    await expect(other.field('Label')).toHaveValue('There');
    await expect(options.account('Here')).toBeVisible();
    await save(other);
    for (const window of windows) await expect(window.account('There')).toBeVisible();
    expect(await readDraft(latchkey)).toBeUndefined();
  });
});
