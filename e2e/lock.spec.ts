import type { Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { countByteArraysWith, noteByteArrays } from './harness/byte-arrays';
import { collectGarbage, connectTo, distinctHeaps, findTexts } from './harness/heap';
import type { Latchkey } from './harness/launch';
import { pressCommand, ringAlarm } from './harness/raise-event';
import { readSessionStorage, readVaultBytes } from './harness/read-state';
import { waitUntil } from './harness/wait';
import { expireSession } from './harness/write-state';
import { OptionsPage } from './pages/options-page';
import { Popup } from './pages/popup';

const LOCK = { latchkey: 1, name: 'vault.lock', input: {} };
const SHOWN = 'latchkey/shown';
/** Longer than a reply takes that waits for nobody, shorter than a lock waits for a page. */
const SLOW_MS = 100;

/** Everything that a document holds for somebody to see: its nodes, what is in its fields, its own storage. */
function readDocument(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value);
  const stored = JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);
  return [document.documentElement.outerHTML, ...fields, document.title, location.href, stored].join('\n');
}

/** Opens the full page from another one, which can look into it from then on as no driver can: at a moment of its own. */
async function openFrom(latchkey: Latchkey, opener: Page): Promise<Page> {
  const opened = latchkey.context.waitForEvent('page');
  await opener.evaluate(() => void Object.assign(window, { opened: window.open('/options.html') }));
  const page = await opened;
  // The driver has been in the new tab before its address was: the context it met there has none of the extension's API.
  await page.reload();
  return page;
}

/** Lets whatever React does in a page come late. It goes on with its work by a message to itself. */
async function slowDown(page: Page): Promise<void> {
  await page.evaluate(slowMs => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...message: [unknown]) {
      setTimeout(() => postMessage.apply(this, message), slowMs);
    };
  }, SLOW_MS);
}

test('a lock is reported when every page has rendered it', async ({ latchkey, options }) => {
  const slow = await openFrom(latchkey, options.page);
  await expect(slow.getByRole('listitem', { name: 'Work' })).toBeVisible();
  const popup = await Popup.open(latchkey, options.page);
  await popup.expect('listitem', 'Work');
  await slowDown(slow);
  const atReply = await options.page.evaluate(async message => {
    const { opened } = window as unknown as { readonly opened: Window };
    const before = opened.document.body.textContent;
    const reply = await chrome.runtime.sendMessage(message);
    return { reply, before, here: document.body.textContent, there: opened.document.body.textContent };
  }, LOCK);
  expect(atReply.reply).toEqual({ ok: true, value: null });
  expect(atReply.before).toContain('Work');
  for (const text of [atReply.here, atReply.there, await popup.text()]) {
    expect(text).toContain('Unlock');
    expect(text).not.toContain('Work');
  }
});

test('a page that hangs does not keep the lock from being reported', { tag: '@long' }, async ({
  latchkey,
  options,
}) => {
  const debuggerOfPage = await latchkey.context.newCDPSession(options.page);
  const worker = await latchkey.worker();
  await options.page.bringToFront();
  await options.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  // Every page of ours runs in the thread that hangs now, so what can be seen is that the worker waits no longer.
  const stillHeld = await worker.evaluate(async name => {
    const look = async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return { isHeld: held.some(lock => lock.name === name), isAwaited: pending.some(lock => lock.name === name) };
    };
    chrome.commands.onCommand.dispatch('lock-now');
    for (const awaited of [true, false]) {
      while ((await look()).isAwaited !== awaited) await new Promise(resolve => setTimeout(resolve, 20));
    }
    return (await look()).isHeld;
  }, SHOWN);
  expect(stillHeld).toBe(true);
  expect(await readSessionStorage(latchkey)).not.toHaveProperty(['session.key']);
  await debuggerOfPage.send('Runtime.terminateExecution');
  await expect(options.button('Unlock')).toBeVisible();
});

test('an expired vault is locked in every page', { tag: '@long' }, async ({ latchkey, options }) => {
  const other = await OptionsPage.open(latchkey);
  const popup = await Popup.open(latchkey, options.page);
  await expect(other.account('Work')).toBeVisible();
  await popup.expect('listitem', 'Work');
  await expireSession(latchkey);
  await ringAlarm(latchkey, 'lock');
  for (const page of [options, other]) await expect(page.button('Unlock')).toBeVisible();
  await popup.expect('button', 'Unlock');
  for (const text of [
    await options.page.textContent('body'),
    await other.page.textContent('body'),
    await popup.text(),
  ]) {
    expect(text).not.toContain('Work');
  }
});

test('what was typed before a lock does not come back by undoing', { tag: '@long' }, async ({ latchkey, options }) => {
  const typed = { Label: 'Unsaved label', Email: 'unsaved@example.org', 'API key': 'b7'.repeat(32) };
  await options.button('Add account').click();
  for (const [field, text] of Object.entries(typed)) {
    await options.field(field).focus();
    await options.page.keyboard.insertText(text);
  }
  await pressCommand(latchkey, options.page, 'lock-now');
  await expect(options.field('Master password')).toBeFocused();
  for (const keys of ['Control+z', 'Control+z', 'Control+z', 'Control+Shift+z', 'Control+y']) {
    await options.page.keyboard.press(keys);
    const document = await options.page.evaluate(readDocument);
    for (const text of Object.values(typed)) expect(document).not.toContain(text);
    await expect(options.field('Master password')).toHaveValue('');
  }
});

test('nothing decrypted outlives a lock, in what is shown, what is stored and what is in memory', async ({
  latchkey,
  site,
}) => {
  // Five snapshots, of seconds each on a busy machine.
  test.setTimeout(300_000);
  const worker = await latchkey.worker();
  await noteByteArrays(worker);
  const password = 'quartz meadow ferry tinsel';
  const mistyped = 'quartz meadow ferry tinfoil';
  const account = { Label: 'Canary label', Email: 'canary@example.org', 'API key': `f00dbabe${'5c'.repeat(28)}` };
  const unsaved = { Label: 'Unsaved label', Email: 'unsaved@example.org', 'API key': `f00dcafe${'6d'.repeat(28)}` };
  const { secret, otpauthUri } = site.account;

  const options = await OptionsPage.open(latchkey);
  const type = async (typed: Readonly<Record<string, string>>, into = options) => {
    for (const [field, text] of Object.entries(typed)) {
      await into.field(field).focus();
      await into.page.keyboard.press('Control+a');
      await into.page.keyboard.insertText(text);
    }
  };
  await type({ 'Master password': password, 'Repeat master password': password });
  await options.button('Create vault').click();
  await options.button('Add account').click();
  await type({ ...account, Authenticator: otpauthUri });
  await options.button('Save account').click();
  await options.account(account.Label).waitFor();
  await options.lock();
  await type({ 'Master password': mistyped });
  await options.button('Unlock').click();
  await options.alert('Wrong master password').waitFor();
  await type({ 'Master password': password });
  await options.pressUnlock();
  await options.cardButton(account.Label, 'Show API key').click();
  await options.cardButton(account.Label, 'Hide API key').waitFor();
  await options.cardButton(account.Label, 'Copy API key').click();
  const code = await options.account(account.Label).getByRole('status', { name: 'Code' }).textContent();
  const other = await OptionsPage.open(latchkey);
  await other.button('Add account').click();
  await type(unsaved, other);
  const popup = await Popup.open(latchkey, options.page);
  await popup.click('button', 'Show API key');
  await popup.expect('button', 'Hide API key');

  const { 'session.key': session } = await readSessionStorage(latchkey);
  const vaultKey = Buffer.from((session as { readonly vaultKey: string }).vaultKey, 'base64');
  const { 'vault.a': envelope } = await readVaultBytes(latchkey);
  const vaultId = Buffer.from(`${envelope}`, 'base64').subarray(13, 29);
  const texts = {
    password,
    mistyped,
    key: account['API key'],
    'unsaved key': unsaved['API key'],
    'authenticator secret': secret,
    'vault key in base64': vaultKey.toString('base64').replace(/=+$/, ''),
    'vault key in hexadecimal': vaultKey.toString('hex'),
  };
  const decrypted = Object.values({ ...texts, 'unsaved email': unsaved.Email, ...account });
  const workerHeap = await connectTo(latchkey, '/background.js');
  const pageHeap = await connectTo(latchkey, '/options.html');

  await test.step('while it is unlocked, it is found', async () => {
    expect(await options.page.evaluate(readDocument)).toContain(account.Email);
    expect(await other.page.evaluate(readDocument)).toContain(unsaved['API key']);
    expect(await popup.target.evaluate(readDocument, null)).toContain(account.Email);
    expect(await findTexts(workerHeap, account)).not.toEqual([]);
    expect(await findTexts(pageHeap, account)).not.toEqual([]);
    expect(await countByteArraysWith(worker, vaultId)).toBeGreaterThan(0);
  });

  await popup.click('button', 'Lock');
  await waitUntil('the lock to be over', () =>
    worker.evaluate(async name => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return ![...held, ...pending].some(lock => lock.name === name);
    }, SHOWN),
  );

  await test.step('in no document', async () => {
    for (const document of [
      await options.page.evaluate(readDocument),
      await other.page.evaluate(readDocument),
      await popup.target.evaluate(readDocument, null),
    ]) {
      expect(document).toContain('Master password');
      for (const text of [...decrypted, `${code}`]) expect(document).not.toContain(text);
    }
  });

  await test.step('not in session storage', async () => {
    const stored = await readSessionStorage(latchkey);
    expect(stored).not.toHaveProperty(['session.key']);
    for (const text of decrypted) expect(JSON.stringify(stored)).not.toContain(text);
  });

  await test.step('in no heap', async () => {
    for (const heap of await distinctHeaps([workerHeap, pageHeap, popup.target])) {
      expect(await findTexts(heap, texts)).toEqual([]);
    }
    await collectGarbage(workerHeap);
    for (const bytes of [vaultKey, Buffer.from(password), Buffer.from(account['API key'])]) {
      expect(await countByteArraysWith(worker, bytes)).toBe(0);
    }
  });
});
