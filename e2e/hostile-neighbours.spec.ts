import { rm } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { PROTOCOL } from '../lib/messages/protocol';
import type { HostileBrowser } from './harness/hostile-browser';
import { openHostileBrowser } from './harness/hostile-browser';
import { enterIsolatedWorld, sendFrom, writeMessage } from './harness/isolated-world';
import { LOGIN_URL } from './harness/launch';
import { writeSecondExtension } from './harness/second-extension';
import { tryMessage } from './harness/send-message';
import { EMAIL_FIELD, KEEP_SUBMIT, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { reloadExtension } from './harness/worker-life';

// Another extension on the same page, and a script of this one from before an update.
test.describe.configure({ mode: 'default' });

let hostile: HostileBrowser;
let secondExtension: string;
test.beforeAll(async () => {
  secondExtension = await writeSecondExtension();
  hostile = await openHostileBrowser({ otherExtensions: [secondExtension] });
});
test.afterEach(() => hostile.tidy());
test.afterAll(async () => {
  await hostile.close();
  await rm(secondExtension, { recursive: true });
});

test('another extension is not even answered', { tag: '@long' }, async () => {
  const page = await hostile.open(writeSignIn(EMAIL_FIELD));
  const world = await enterIsolatedWorld(hostile.latchkey, page, 'Second');
  if (world === null) throw new Error('the second extension has no script here');
  const names = Object.keys(PROTOCOL);
  const messages = names.map(name => writeMessage(name));
  expect(await sendFrom(world, messages, hostile.latchkey.extensionId)).toEqual(names.map(() => null));
});

// The last one: the update takes the unlocked vault with it.
test('a script from before an update goes quiet in the middle of a run', { tag: '@long' }, async () => {
  const later = KEY_FIELD.replace('<label', '<label hidden id="later"');
  const page = await hostile.open(writeSignIn(EMAIL_FIELD + later, KEEP_SUBMIT));
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  await reloadExtension(hostile.latchkey);
  const readOwnId = () => (globalThis as { chrome?: { runtime?: { id?: string } } }).chrome?.runtime?.id ?? null;
  await expect.poll(() => world?.evaluate(readOwnId, null)).toBeNull();

  await page.evaluate(() => document.querySelector('#later')?.removeAttribute('hidden'));
  const options = await hostile.latchkey.context.newPage();
  await options.goto(`chrome-extension://${hostile.latchkey.extensionId}/options.html`);
  expect((await tryMessage(options, 'vault.status', {}))?.ok).toBe(true);
  expect(await page.locator('#key').inputValue()).toBe('');
  expect(page.url()).toBe(LOGIN_URL);
});
