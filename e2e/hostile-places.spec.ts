import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { KEYS_QUESTION, readTexts } from '../lib/browser/enrolment-readers/read-texts';
import type { HostileBrowser } from './harness/hostile-browser';
import { enterIsolatedWorld, sendFrom, writeMessage } from './harness/isolated-world';
import { LOGIN_URL } from './harness/launch';
import { EMAIL_FIELD, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { tellActiveTab } from './harness/tell-tab';
import { test } from './hostile-fixtures';

// Where a sign-in must not happen: other origins, other paths, frames, documents without an origin, documents that come
// in the place of the one that was looked at. One browser for all.
const FIELDS = EMAIL_FIELD + KEY_FIELD;
const FORM = writeSignIn(FIELDS);

/** Serves the form at every address that a test asks for, whichever host it names. */
async function openAt(
  hostile: HostileBrowser,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body = FORM,
): Promise<Page> {
  const page = await hostile.serve({ body: FORM });
  await page.route(
    () => true,
    route => {
      const isFrame = route.request().frame().parentFrame() !== null;
      return isFrame ? route.fallback() : route.fulfill({ contentType: 'text/html', headers, body });
    },
  );
  await page.goto(url);
  return page;
}

/** Says to a tab what the worker says to begin a run: whoever answers would go on to ask for values. */
async function expectNobody(hostile: HostileBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  expect(await tellActiveTab(hostile.latchkey, { latchkey: 'begin', runId: 'run', documentToken: null })).toBeNull();
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  const [answer] = world === null ? [null] : await sendFrom(world, [writeMessage('signin.hello')]);
  expect(answer?.ok ?? false).toBe(false);
  expect(await hostile.leaks(page)).toEqual([]);
}

const ELSEWHERE: readonly (readonly [what: string, url: string, isQuick?: boolean])[] = [
  ['plain http', 'http://paramant.app/auth/login'],
  ['another port', 'https://paramant.app:8443/auth/login'],
  ['a subdomain', 'https://www.paramant.app/auth/login'],
  ['the host as a prefix', 'https://paramant.app.evil.example/auth/login'],
  ['the host as user info', 'https://paramant.app@evil.example/auth/login'],
  ['a dot behind the host', 'https://paramant.app./auth/login'],
  ['a Cyrillic letter', 'https://pаramant.app/auth/login'],
  ['rn for m', 'https://pararnant.app/auth/login'],
  ['a longer word', 'https://paramant.app/auth/login2', true],
  ['a dot behind the path', 'https://paramant.app/auth/login.html'],
  ['an encoded slash', 'https://paramant.app/auth/login%2F..%2Fx'],
];

for (const [what, url, isQuick] of ELSEWHERE) {
  test(`nobody is at home at ${what}`, isQuick ? {} : { tag: '@long' }, async ({ hostile }) => {
    await expectNobody(hostile, await openAt(hostile, url));
  });
}

test('nobody is at home in a document that its server has put into a sandbox', async ({ hostile }) => {
  await expectNobody(
    hostile,
    await openAt(hostile, LOGIN_URL, { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' }),
  );
});

test('nobody is at home in a blob of the right origin', { tag: '@long' }, async ({ hostile }) => {
  const page = await openAt(hostile, LOGIN_URL);
  await page.evaluate(form => location.assign(URL.createObjectURL(new Blob([form], { type: 'text/html' }))), FORM);
  await page.waitForURL(/^blob:/);
  expect(await tellActiveTab(hostile.latchkey, { latchkey: 'begin', runId: 'run', documentToken: null })).toBeNull();
});

test('nobody is at home in the login page that another site has put into a frame', async ({ hostile }) => {
  const page = await openAt(hostile, 'https://evil.example/', {}, `${FORM}<iframe src="${LOGIN_URL}"></iframe>`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#email')).toBeVisible();
  await expectNobody(hostile, page);
  expect(await frame.locator('#email').inputValue()).toBe('');
});

test('frames in the login page get nothing, whatever is in them', async ({ hostile }) => {
  const frames = [
    `<iframe src="https://evil.example/auth/login"></iframe>`,
    `<iframe src="/auth/login/frame"></iframe>`,
    `<iframe sandbox="allow-scripts allow-forms" src="/auth/login/sandboxed"></iframe>`,
    `<iframe srcdoc='${FIELDS}'></iframe>`,
    `<iframe id="blank"></iframe><iframe id="blob"></iframe>`,
  ];
  const script = `<script>
    const fields = ${JSON.stringify(FIELDS)};
    document.getElementById('blank').contentDocument.body.innerHTML = fields;
    document.getElementById('blob').src = URL.createObjectURL(new Blob([fields], { type: 'text/html' }));</script>`;
  const page = await openAt(hostile, LOGIN_URL, {}, FORM + frames.join('') + script);
  await page.route('https://evil.example/**', route => route.fulfill({ contentType: 'text/html', body: FORM }));
  await hostile.begin(page);
  await page.waitForFunction(() => 'isSubmitted' in globalThis);
  expect(await page.locator('#key').inputValue()).toBe(hostile.site.account.key);
  for (const frame of page.frames().slice(1)) {
    const values = await frame
      .locator('input')
      .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value));
    expect(values.filter(Boolean), frame.url()).toEqual([]);
  }
});

test('a page that goes elsewhere while it is filled takes nothing along', async ({ hostile }) => {
  const leaving = `<script>addEventListener('focusin', () => location.assign('/auth/login/other'))</script>`;
  const page = await hostile.serve({ body: FORM });
  await page.route(LOGIN_URL, route => route.fulfill({ contentType: 'text/html', body: FORM + leaving }));
  await page.goto(LOGIN_URL);
  expect(await hostile.outcome(page)).toBe('page-changed');
  await page.waitForURL('**/auth/login/other');
  await expectNobodyFollows(hostile, page);
  expect(await hostile.leaks(page)).toEqual([]);
});

test('a page that is on its way elsewhere ends the sign-in, however long the way is', { tag: '@long' }, async ({
  hostile,
}) => {
  const leaving = `<script>addEventListener('focusin', () => location.assign('/auth/slow'))</script>`;
  const page = await hostile.open(FORM + leaving);
  // Nobody answers there.
  await page.route('**/auth/slow', () => {});
  expect(await hostile.outcome(page)).toBe('page-changed');
});

test('a page that hands itself to another document at once is not followed', { tag: '@long' }, async ({ hostile }) => {
  const page = await hostile.serve({ body: FORM });
  await page.route(LOGIN_URL, route =>
    route.fulfill({ contentType: 'text/html', body: `${FORM.replaceAll('<input', '<input disabled')}` }),
  );
  await page.goto(LOGIN_URL);
  await hostile.begin(page);
  await page.goto(`${LOGIN_URL}/other`);
  expect(await hostile.leaks(page)).toEqual([]);
  await expectNobodyFollows(hostile, page);
});

/** The document may greet the worker, and is told that no run is its own. */
async function expectNobodyFollows(hostile: HostileBrowser, page: Page): Promise<void> {
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  const [reply] = world === null ? [] : await sendFrom(world, [writeMessage('signin.hello')]);
  expect(reply).toEqual({ ok: true, value: { runId: null } });
  expect(await page.locator('#email').inputValue()).toBe('');
}

test('a key that nobody can see on the dashboard is not taken from it', { tag: '@long' }, async ({ hostile }) => {
  const HIDING = [
    'display: none',
    'visibility: hidden',
    'opacity: 0',
    'opacity: .05',
    'position: absolute; left: -9999px',
    'position: absolute; top: -9999px',
    'position: fixed; left: 200vw',
    'position: fixed; top: 200vh',
    'height: 0; overflow: hidden',
    'transform: scale(.01)',
  ];
  const writeKey = (index: number) => `pgp_${String(index).padStart(64, '0')}`;
  const hidden = HIDING.map((style, index) => `<div style="${style}"><code>${writeKey(index)}</code></div>`);
  const shown = `<p style="height: 3000px"></p><code>${writeKey(99)}</code>`;
  const page = await openAt(hostile, 'https://paramant.app/dashboard/keys', {}, hidden.join('') + shown);
  const { texts } = await page.evaluate(readTexts, KEYS_QUESTION);
  expect(texts).toEqual([writeKey(99)]);
});
