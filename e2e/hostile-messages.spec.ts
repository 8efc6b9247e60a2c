import { expect } from 'playwright/test';
import { PROTOCOL } from '../lib/messages/protocol';
import type { HostileBrowser } from './harness/hostile-browser';
import type { IsolatedWorld } from './harness/isolated-world';
import { enterIsolatedWorld, sendFrom, writeMessage } from './harness/isolated-world';
import { readSessionStorage } from './harness/read-state';
import { EMAIL_FIELD, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { test } from './hostile-fixtures';

// Messages from where they should not come: the page, and the process of the page.

const FORM = writeSignIn(EMAIL_FIELD + KEY_FIELD);
const NAMES = Object.keys(PROTOCOL) as (keyof typeof PROTOCOL)[];

async function enter(hostile: HostileBrowser): Promise<IsolatedWorld> {
  const page = await hostile.open(FORM);
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  if (world === null) throw new Error('no script on the login page');
  return world;
}

test('whoever has the process of the page gets the rows of the login page, and of those nothing outside a run', async ({
  hostile,
}) => {
  const world = await enter(hostile);
  const others = NAMES.filter(name => PROTOCOL[name].from !== 'login-page');
  const refused = await sendFrom(
    world,
    others.map(name => writeMessage(name)),
  );
  expect(refused.map(answer => answer?.error?.[0]?.code)).toEqual(others.map(() => 'message-refused'));

  const odd = [writeMessage('__proto__'), writeMessage('constructor'), writeMessage('signin.step', { runId: 'x', report: {} }), writeMessage('signin.hello', { a: 1 }), 'vault.unlock', null, { latchkey: 99, name: 'vault.unlock', input: {} }]; // biome-ignore format: a list
  const answers = await sendFrom(world, odd);
  expect(answers.filter(answer => answer?.ok)).toEqual([]);
  const [hello] = await sendFrom(world, [writeMessage('signin.hello')]);
  expect(hello).toEqual({ ok: true, value: { runId: null } });
});

test('the process of the page reads nothing that is stored', { tag: '@long' }, async ({ hostile }) => {
  const world = await enter(hostile);
  const readable = await world.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage?: Record<string, { get(key: null): Promise<object> }> } }
    ).chrome;
    const areas = ['local', 'session', 'sync'].map(async name =>
      Object.keys((await storage?.[name]?.get(null).catch(() => ({}))) ?? {}),
    );
    return (await Promise.all(areas)).flat();
  }, null);
  expect(readable).toEqual([]);
});

test('ten thousand messages at once leave the worker answering, and start nothing', { tag: '@long' }, async ({
  hostile,
}) => {
  const world = await enter(hostile);
  const flood = Array.from({ length: 10_000 }, (_, index) =>
    writeMessage(index % 2 === 0 ? 'signin.hello' : 'vault.unlock'),
  );
  const answers = await sendFrom(world, flood);
  expect(answers.filter(answer => answer === null)).toEqual([]);
  expect(await readSessionStorage(hostile.latchkey)).not.toHaveProperty('run');
  const page = await hostile.open(FORM);
  await hostile.begin(page);
  await expect(page.locator('#email')).toHaveValue(hostile.site.account.email);
});

test('what a page says, clicks and types by script starts nothing', async ({ hostile }) => {
  const page = await hostile.open(FORM);
  expect(await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime)).toBe(
    'undefined',
  );
  await page.evaluate(() => {
    addEventListener('submit', event => event.preventDefault());
    const said = [{ latchkey: 'begin', runId: 'x' }, { latchkey: 1, name: 'signin.start', input: {} }, 'begin'];
    for (let round = 0; round < 500; round++) {
      for (const message of said) {
        postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('latchkey', { detail: message }));
        dispatchEvent(new MessageEvent('message', { data: message }));
      }
    }
    const key = { key: 'L', code: 'KeyL', altKey: true, shiftKey: true, bubbles: true };
    for (const target of [document, ...document.querySelectorAll('*')]) {
      for (const name of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(name, key));
      for (const name of ['mousedown', 'click', 'focus', 'pageshow', 'visibilitychange']) {
        target.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
      }
    }
  });
  // A question that the worker answers after all that: what was to begin would have begun.
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  if (world !== null) await sendFrom(world, [writeMessage('signin.hello')]);
  expect(await readSessionStorage(hostile.latchkey)).not.toHaveProperty('run');
  expect(await hostile.leaks(page)).toEqual([]);
});
