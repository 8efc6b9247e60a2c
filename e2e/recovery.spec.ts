// What happens to a vault when storage fails, is emptied, or is put back to an earlier state.
import { readFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { MASTER_PASSWORD } from './harness/master-password';
import { readDatabases, readVaultBytes } from './harness/read-state';
import { clearLocal, writeLocal } from './harness/write-state';
import type { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';
import { RecoveryPage } from './pages/recovery-page';

const GARBAGE = { 'vault.a': 'bm90IGEgdmF1bHQ=', 'vault.b': '{"neither": "is this"}' };
const SECOND = { label: 'Second', email: 'second@example.org', key: 'd4'.repeat(32) };

async function readEverything(latchkey: Latchkey): Promise<readonly object[]> {
  return [await readVaultBytes(latchkey), await readDatabases(latchkey)];
}

function said({ page }: OptionsPage, sentence: string) {
  return page.getByRole('status').filter({ hasText: sentence });
}

test('with both live copies damaged a spare one opens, and looking at them overwrites nothing', async ({
  latchkey,
  options,
  site,
}) => {
  const recovery = new RecoveryPage(options);
  const spare = await recovery.newestSpare();
  await options.lock();
  await writeLocal(latchkey, GARBAGE);
  const before = await readEverything(latchkey);
  await options.page.reload();

  await test.step('the full page lists the copies, and the popup leads to them', async () => {
    await expect(options.page.getByRole('heading', { name: 'The vault cannot be read' })).toBeVisible();
    await expect(options.button('Create vault')).toHaveCount(0);
    await expect(recovery.card({ name: 'a' })).toContainText('Damaged');
    await expect(recovery.card({ name: 'b' })).toContainText('Damaged');
    await expect(recovery.card(spare)).toContainText('Looks wholeNewest');
    const popup = await Popup.open(latchkey, options.page);
    await popup.expectText('nothing was changed or overwritten');
    await popup.expect('button', 'Look at the copies');
    await popup.close();
  });

  await test.step('what a wrong password does not open is not touched either', async () => {
    await recovery.openWithPassword(spare, 'not the right one');
    await expect(options.alert('Wrong master password')).toBeVisible();
    await recovery.button(spare, 'Cancel').click();
    await expect(recovery.button(spare, 'Open this copy')).toBeFocused();
    expect(await readEverything(latchkey)).toEqual(before);
  });

  await test.step('the spare copy opens with all that was in it, and is the vault from now on', async () => {
    await recovery.openWithPassword(spare, MASTER_PASSWORD);
    // The wrong try has brought a wait about, which a quick machine does not sit out by itself.
    const opened = said(options, 'The copy you chose is the vault now.');
    const mayRetry = options.page.getByText('You can try again now.');
    await expect(opened.or(mayRetry)).toBeVisible();
    if (await mayRetry.isVisible()) await recovery.button(spare, 'Open and write over the others').click();
    await expect(opened).toBeVisible();
    await options.cardButton('Work', 'Show API key').click();
    await expect(options.account('Work').getByText(site.account.key)).toBeVisible();
    await expect(options.account('Work').getByRole('status', { name: 'Code' })).toHaveText(/^\d{6}$/);
    for (const { state } of await recovery.list()) expect(state).toBe('whole');
    await options.lock();
    await options.unlock(MASTER_PASSWORD);
    await expect(options.account('Work')).toBeVisible();
  });
});

test('with both live copies damaged behind a whole header, what opens them is not blamed', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const recovery = new RecoveryPage(options);
  const spare = await recovery.newestSpare();
  await options.lock();
  const spoil = (envelope: string) => {
    const bytes = Buffer.from(envelope, 'base64');
    bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1);
    return bytes.toString('base64');
  };
  const stored = Object.entries(await readVaultBytes(latchkey));
  await writeLocal(latchkey, Object.fromEntries(stored.map(([name, envelope]) => [name, spoil(String(envelope))])));

  await test.step('an unlock leads to the copies', async () => {
    await options.field('Master password').fill(MASTER_PASSWORD);
    await options.button('Unlock').click();
    await expect(
      options.alert('Your password is right, but both working copies of the vault are damaged.'),
    ).toBeVisible();
    await options.button('Look at the copies').click();
    await expect(options.page.getByText('If it opens as usual, unlock it instead.')).toBeVisible();
  });

  await test.step('one that looked whole is called damaged once its opening has shown so', async () => {
    await expect(recovery.card({ name: 'a' })).toContainText('Looks whole');
    await recovery.openWithPassword({ name: 'a' }, MASTER_PASSWORD);
    await expect(options.alert('What you typed is right, but this copy is damaged.')).toBeVisible();
    await recovery.button({ name: 'a' }, 'Cancel').click();
    await expect(recovery.card({ name: 'a' })).toContainText('Damaged');
  });

  await test.step('a spare one opens, and a lock from the copies leads to unlocking', async () => {
    await recovery.openWithPassword(spare, MASTER_PASSWORD);
    await expect(options.account('Work')).toBeVisible();
    await options.openSettings();
    await options.button('Look at the copies').click();
    await expect(options.page.getByText('In use', { exact: true })).toHaveCount(1);
    await options.lock();
    await expect(options.page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
    expect(new URL(options.page.url()).hash).toBe('#accounts');
  });
});

test('with the storage emptied the spare copies are offered, and no new vault', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const recovery = new RecoveryPage(options);
  const spare = await recovery.newestSpare();
  await options.lock();
  await clearLocal(latchkey);
  await options.page.reload();
  await expect(recovery.card({ name: 'a' })).toContainText('Never written');
  await expect(options.button('Create vault')).toHaveCount(0);
  expect(await readVaultBytes(latchkey)).toEqual({});
  await recovery.openWithPassword(spare, MASTER_PASSWORD);
  await expect(options.account('Work')).toBeVisible();
});

test('with one live copy damaged the vault opens from the other', { tag: '@long' }, async ({ latchkey, options }) => {
  const recovery = new RecoveryPage(options);
  await recovery.newestSpare();
  const [a, b] = await recovery.list();
  const [newer, older] = (a?.generation ?? 0) > (b?.generation ?? 0) ? ['a', 'b'] : ['b', 'a'];

  await test.step('without a word where the other is the newer one', async () => {
    await options.lock();
    await writeLocal(latchkey, { [`vault.${older}`]: GARBAGE['vault.a'] });
    await options.page.reload();
    await options.unlock(MASTER_PASSWORD);
    await expect(options.account('Work')).toBeVisible();
    await expect(options.page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('with a warning where it is the older one, and the newer save is among the spare copies', async () => {
    await options.addAccount(SECOND);
    const spare = await recovery.newestSpare();
    await options.lock();
    await writeLocal(latchkey, { [`vault.${older}`]: GARBAGE['vault.a'] });
    await options.page.reload();
    await options.unlock(MASTER_PASSWORD);
    await expect(options.alert('This vault is older than one that this browser has held.')).toBeVisible();
    await expect(options.account('Second')).toHaveCount(0);
    expect(newer).not.toBe(older);
    await options.button('Look at the copies').click();
    await recovery.openWithPassword(spare, MASTER_PASSWORD);
    await expect(options.account('Second')).toBeVisible();
    await expect(options.page.getByRole('alert')).toHaveCount(0);
  });
});

test.describe('with older copies in the place of both', () => {
  /** Two saves later, both live copies are put back. */
  async function putBack(latchkey: Latchkey, options: OptionsPage): Promise<void> {
    const older = await readVaultBytes(latchkey);
    await options.addAccount(SECOND);
    await options.openSettings();
    await options.button('Save settings').click();
    await said(options, 'Settings saved.').waitFor();
    await new RecoveryPage(options).newestSpare();
    await options.lock();
    await writeLocal(latchkey, older);
    await options.page.reload();
    await options.unlock(MASTER_PASSWORD);
    await options.openAccounts();
  }

  test('the person is told both dates, in the popup too, and may keep the older one', async ({ latchkey, options }) => {
    await putBack(latchkey, options);
    const year = String(new Date().getFullYear());
    await expect(options.alert(new RegExp(`This one was saved: .*${year}.*The newer one: .*${year}`))).toBeVisible();
    await expect(options.account('Work')).toBeVisible();
    await expect(options.account('Second')).toHaveCount(0);
    const popup = await Popup.open(latchkey, options.page);
    await popup.expectText('This vault is older than one that this browser has held.');
    await popup.close();
    await options.button('Keep this one').click();
    await expect(said(options, 'Kept: this is the vault from now on.')).toBeVisible();
    await options.lock();
    await options.unlock(MASTER_PASSWORD);
    await expect(options.account('Work')).toBeVisible();
    await expect(options.page.getByRole('alert')).toHaveCount(0);
  });

  test('the newer one opens from among the spare copies', { tag: '@long' }, async ({ latchkey, options }) => {
    await putBack(latchkey, options);
    const recovery = new RecoveryPage(options);
    const spare = await recovery.newestSpare();
    await options.button('Look at the copies').click();
    await expect(recovery.card(spare)).not.toContainText(/In use|Same save/);
    await recovery.openWithPassword(spare, MASTER_PASSWORD);
    await expect(options.account('Second')).toBeVisible();
    await expect(options.page.getByRole('alert')).toHaveCount(0);
  });
});

test('a copy is saved to a file with the very bytes that lie there, damaged ones too', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  await options.lock();
  await writeLocal(latchkey, { 'vault.b': GARBAGE['vault.b'] });
  await options.button('Copies of the vault').click();
  const recovery = new RecoveryPage(options);
  await expect(recovery.card({ name: 'b' })).toContainText('Damaged');
  const stored = await readVaultBytes(latchkey);

  const whole = await recovery.save({ name: 'a' });
  expect(whole.suggestedFilename()).toMatch(/^latchkey-copy-a-\d{4}-\d{2}-\d{2}\.latchkey$/);
  expect((await readFile(await whole.path())).toString('base64')).toBe(stored['vault.a']);
  await expect(said(options, `Saved as ${whole.suggestedFilename()}.`)).toBeVisible();

  const damaged = await recovery.save({ name: 'b' });
  expect((await readFile(await damaged.path())).toString()).toBe(GARBAGE['vault.b']);
});
