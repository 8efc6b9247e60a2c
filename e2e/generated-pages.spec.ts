// A sample of the generated pages of lib/signin in a real browser: what the page says there has to come through the script
// on the page before the worker judges it. One browser and one tab for all of them.
import fc from 'fast-check';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { PageItem, PageScreen } from '../lib/signin/page-shapes.testing';
import { signInPages } from '../lib/signin/pages.testing';
import { walkPage } from '../lib/signin/walk-page.testing';
import { test } from './fixtures';
import type { Latchkey } from './harness/launch';
import { LOGIN_URL } from './harness/launch';
import { pressCommand } from './harness/raise-event';
import { waitUntil } from './harness/wait';
import { forgetSignIns } from './harness/write-state';
import { renderScreen } from './site/render-screen';
import type { Site } from './site/start-site';

const SAMPLE_SEED = 20_261_123;

const itemsOf = (screen: PageScreen): readonly PageItem[] =>
  screen.forms.flatMap(({ items, covered }) => [...items, ...covered]);

/** Screens of pages on which the plan is right, one of each page. */
function sampleScreens(count: number): readonly PageScreen[] {
  const pages = fc.sample(signInPages, { numRuns: count, seed: SAMPLE_SEED });
  return pages
    .filter(page => walkPage(page).ended === 'right')
    .flatMap(({ screens }, index) => screens[index % screens.length] ?? []);
}

/** What the page holds at each place, and where it was pressed, once the button that leads on was. */
async function seeOutcome(page: Page, leadOn: number) {
  return waitUntil(`a press at place ${leadOn}`, () =>
    page.evaluate(last => {
      const pressed = document.documentElement.dataset.pressed?.split(' ').map(Number) ?? [];
      if (!pressed.includes(last)) return false;
      const inRoot = (root: Document | ShadowRoot): HTMLInputElement[] =>
        Array.from(root.querySelectorAll('*')).flatMap(element => [
          ...(element instanceof HTMLInputElement ? [element] : []),
          ...(element.shadowRoot === null ? [] : inRoot(element.shadowRoot)),
        ]);
      const inputs = inRoot(document);
      const values = inputs.map(input => [Number(input.dataset.place), input.value] as const);
      return { pressed, values: values.filter(([, value]) => value !== '') };
    }, leadOn),
  );
}

/** Signs in on a screen and checks that each value is where it belongs, and nothing else was touched. */
async function checkScreen(latchkey: Latchkey, site: Site, page: Page, screen: PageScreen): Promise<void> {
  await forgetSignIns(latchkey);
  const content = renderScreen(screen);
  await page.unroute(LOGIN_URL);
  await page.route(LOGIN_URL, route => route.fulfill({ contentType: 'text/html', body: content }));
  await page.goto(LOGIN_URL);
  await pressCommand(latchkey, page, 'sign-in');
  const items = itemsOf(screen);
  const placesOf = (role: PageItem['role']) => items.flatMap((item, place) => (item.role === role ? [place] : []));
  const [leadOn = -1] = placesOf('lead-on');
  const { pressed, values } = await seeOutcome(page, leadOn).catch((cause: unknown) => {
    throw new Error(`on this page:\n${content}`, { cause });
  });
  const written = new Map(values);
  const filled = (['email', 'key', 'code'] as const).flatMap(placesOf).toSorted((a, b) => a - b);
  expect([...written.keys()], content).toEqual(filled);
  for (const place of placesOf('email')) expect(written.get(place)).toBe(site.account.email);
  for (const place of placesOf('key')) expect(written.get(place)).toBe(site.account.key);
  const code = placesOf('code')
    .map(place => written.get(place))
    .join('');
  expect(code).toMatch(placesOf('code').length > 0 ? /^\d{6}$/u : /^$/u);
  expect(pressed, content).toEqual([...placesOf('reveal'), leadOn]);
}

for (const { count, tag } of [
  { count: 10, tag: [] },
  { count: 60, tag: ['@long'] },
]) {
  test(`each value goes where it belongs on ${count} generated pages`, { tag }, async ({ latchkey, options, site }) => {
    test.setTimeout(60_000 + count * 6_000);
    await expect(options.account('Work')).toBeVisible();
    const page = await latchkey.context.newPage();
    for (const screen of sampleScreens(count)) await checkScreen(latchkey, site, page, screen);
  });
}
