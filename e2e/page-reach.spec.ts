import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { enterIsolatedWorld } from './harness/isolated-world';
import { LOGIN_URL } from './harness/launch';
import { CODE_FIELD, EMAIL_FIELD, KEEP_SUBMIT, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { test } from './hostile-fixtures';

// How far a page gets that reaches for Latchkey itself: its pages, its storage, its frames and its address.
const FIELDS = EMAIL_FIELD + KEY_FIELD;
const OWN_FILES = ['popup.html', 'options.html', 'offscreen.html', 'manifest.json', 'background.js', 'content-scripts/signin.js', 'icon/128.png']; // biome-ignore format: a list

/** Puts every file of Latchkey into a page in every way that there is, and says which of them came. */
function probe(page: Page, files: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async urls => {
    const came: string[] = [];
    const load = (name: 'embed' | 'iframe' | 'img' | 'link' | 'object' | 'script', url: string) =>
      new Promise<void>(resolve => {
        const element = document.createElement(name);
        // A frame that is refused says that it has loaded, too: what is in it is looked at from outside.
        element.onload = () => {
          if (!['embed', 'iframe', 'object'].includes(name)) came.push(`${name} ${url}`);
          resolve();
        };
        element.onerror = () => resolve();
        setTimeout(resolve, 1_000);
        if (element instanceof HTMLObjectElement) element.data = url;
        else if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url });
        else element.src = url;
        document.body.append(element);
      });
    await Promise.all(
      urls.flatMap(url => [
        ...(['embed', 'iframe', 'img', 'link', 'object', 'script'] as const).map(name => load(name, url)),
        fetch(url).then(
          () => void came.push(`fetch ${url}`),
          () => undefined,
        ),
      ]),
    );
    open(urls[0], '_blank');
    return came;
  }, files);
}

for (const [where, url] of [
  ['the login page', LOGIN_URL],
  ['another site', 'https://evil.example/'],
] as const) {
  test(`${where} gets no page and no file of Latchkey, in a frame or otherwise`, { tag: '@long' }, async ({
    hostile,
  }) => {
    const { context, extensionId } = hostile.latchkey;
    const base = `chrome-extension://${extensionId}/`;
    const own = () => context.pages().filter(page => page.url().startsWith(base)).length;
    const before = own();
    const page = await hostile.serve({ body: writeSignIn(FIELDS) });
    if (url !== LOGIN_URL) {
      await page.route(url, route => route.fulfill({ contentType: 'text/html', body: writeSignIn(FIELDS) }));
    }
    await page.goto(url);
    expect(
      await probe(
        page,
        OWN_FILES.map(name => base + name),
      ),
    ).toEqual([]);
    expect(page.frames().filter(frame => frame.url().startsWith(base))).toEqual([]);
    expect(own()).toBe(before);
  });
}

test('frames in frames of the login page get nothing, whatever domain they say they are', { tag: '@long' }, async ({
  hostile,
}) => {
  const domain = `<script>try { document.domain = 'paramant.app' } catch {}</script>`;
  const page = await hostile.serve({ body: writeSignIn(FIELDS) });
  await page.route(
    url => url.href.startsWith(LOGIN_URL),
    route => {
      const depth = Number(/deep(\d)/.exec(route.request().url())?.[1] ?? 0);
      const inner = depth < 3 ? `<iframe src="${LOGIN_URL}/deep${depth + 1}" width="900" height="600"></iframe>` : '';
      return route.fulfill({ contentType: 'text/html', body: `${writeSignIn(FIELDS)}${domain}${inner}` });
    },
  );
  await page.goto(LOGIN_URL);
  await expect.poll(() => page.frames().length).toBe(4);
  await hostile.begin(page);
  await page.waitForFunction(() => 'isSubmitted' in globalThis);
  const values = await Promise.all(
    page
      .frames()
      .map(frame =>
        frame.locator('input').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value)),
      ),
  );
  const { email, key } = hostile.site.account;
  expect(values).toEqual([
    [email, key],
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
});

for (const [what, hide, show] of [
  [
    'made see-through as a whole',
    `document.documentElement.style.opacity = '.001'`,
    `document.documentElement.style.opacity = ''`,
  ],
  ['filtered away with its body', `document.body.style.filter = 'opacity(0)'`, `document.body.style.filter = ''`],
  ['shrunk with its body', `document.body.style.transform = 'scale(.01)'`, `document.body.style.transform = ''`],
  ['clipped with its body', `document.body.style.clipPath = 'inset(49%)'`, `document.body.style.clipPath = ''`],
  ['under a dialog that nobody can see', `$('top').showModal()`, `$('top').close()`],
] as const) {
  test(`a page that is ${what} gets nothing until it can be seen`, { tag: '@long' }, async ({ hostile }) => {
    const dialog = '<dialog id="top" style="inset: 0; width: 100%; height: 100%; opacity: 0"></dialog>';
    const page = await hostile.open(dialog + writeSignIn(FIELDS, `${KEEP_SUBMIT} ${hide};`));
    await hostile.begin(page);
    await page.waitForTimeout(1_200);
    expect(await hostile.leaks(page)).toEqual([]);
    await page.evaluate(show);
    await page.waitForFunction(() => 'isSubmitted' in globalThis);
    expect(await page.locator('#key').inputValue()).toBe(hostile.site.account.key);
  });
}

test('a page that takes another address in the middle of it gets nothing more', { tag: '@long' }, async ({
  hostile,
}) => {
  const moving = `${KEEP_SUBMIT} $('email').addEventListener('change', () => history.pushState({}, '', '/auth/other'));`;
  const page = await hostile.open(writeSignIn(FIELDS, moving));
  expect(await hostile.outcome(page)).toMatch(/^page-changed/);
  expect(page.url()).toBe('https://paramant.app/auth/other');
  expect(await page.locator('#key').inputValue()).toBe('');
});

for (const [what, attributes, button] of [
  [
    'a button that makes a GET of a POST',
    'method="post" action="/auth/login/x"',
    '<button formmethod="get">Sign in</button>',
  ],
  ['a form that says GET', 'method="get" action="/auth/login/x"', '<button>Sign in</button>'],
  ['a form of no known method', 'method="fetch" action="/auth/login/x"', '<button>Sign in</button>'],
] as const) {
  test(`${what} puts nothing into an address`, { tag: '@long' }, async ({ hostile }) => {
    const form = writeSignIn(EMAIL_FIELD.replace('<input', '<input name="e"') + CODE_FIELD.replace('<input', '<input name="c"'), '', attributes); // biome-ignore format: one line
    const page = await hostile.open(form.replace('<button id="go">Sign in</button>', button));
    expect(await hostile.outcome(page)).toBe('page-not-ready');
    expect(page.url()).toBe(LOGIN_URL);
    const heard = (await hostile.leaks(page)).filter(leak => /^(address|navigation|network|request) /.test(leak));
    expect(heard).toEqual([]);
  });
}

test('the process of the page hears of nothing that is stored, and finds no database', { tag: '@long' }, async ({
  hostile,
}) => {
  const page = await hostile.open(writeSignIn(FIELDS));
  const world = await enterIsolatedWorld(hostile.latchkey, page);
  if (world === null) throw new Error('no script on the login page');
  type Area = { readonly onChanged?: { addListener(hear: (changes: object) => void): void } };
  await world.evaluate(() => {
    const { storage } = (globalThis as unknown as { chrome: { storage?: Record<string, Area> & Area } }).chrome;
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const hear = (changes: object) => void heard.push(...Object.keys(changes));
    storage?.onChanged?.addListener(hear);
    for (const name of ['local', 'session', 'sync']) storage?.[name]?.onChanged?.addListener(hear);
  }, null);
  await hostile.begin(page);
  await page.waitForFunction(() => 'isSubmitted' in globalThis);
  const { heard, databases } = await world.evaluate(
    async () => ({
      heard: (globalThis as unknown as { heard: readonly string[] }).heard,
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }),
    null,
  );
  expect({ heard, databases }).toEqual({ heard: [], databases: [] });
});
