import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { HostileBrowser } from './harness/hostile-browser';
import { readSessionStorage } from './harness/read-state';
import { countAddedNodes } from './harness/record-page';
import { CODE_FIELD, EMAIL_FIELD, KEEP_SUBMIT, writeSignIn } from './harness/sign-in-markup';
import { test } from './hostile-fixtures';

// Fields that make it hard to be filled. One browser for all: each test has a tab and a page of its own.
const BOXES = `<fieldset><legend>6-digit code</legend>${Array.from(
  { length: 6 },
  (_, index) => `<input id="box-${index}" inputmode="numeric" maxlength="1" aria-label="Digit ${index + 1}">`,
).join(' ')}</fieldset>`;
/** The form of {@link writeSignIn}, which says when it is sent, with a script of its own. */
const form = (fields: string, script = '') => writeSignIn(fields, KEEP_SUBMIT + script);

async function submitted(page: Page): Promise<void> {
  await page.waitForFunction(() => 'isSubmitted' in globalThis);
  expect(await countAddedNodes(page)).toBe(0);
}

const currentCodes = ({ site }: HostileBrowser) => [-1, 0, 1].map(offset => site.codeFor(site.account.secret, offset));
const readBoxes = (page: Page) =>
  page.evaluate(() => Array.from(document.querySelectorAll('fieldset input'), box => (box as HTMLInputElement).value));

test('a mask that puts a space into the code is as good as the code', async ({ hostile }) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + CODE_FIELD,
      `$('code').oninput = ({ target }) => {
        target.value = target.value.replace(/\\D/g, '').replace(/^(...)(.+)/, '$1 $2') };`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  const written = await page.locator('#code').inputValue();
  expect(written).toMatch(/^\d{3} \d{3}$/);
  expect(currentCodes(hostile)).toContain(written.replace(' ', ''));
});

test('a field that takes one character at a time is typed into', { tag: '@long' }, async ({ hostile }) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + CODE_FIELD,
      `let kept = '';
      $('code').oninput = ({ target }) => {
        if (/^\\d*$/.test(target.value) && Math.abs(target.value.length - kept.length) <= 1) kept = target.value;
        else target.value = kept };`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

test('six boxes that share out what is pasted get it by pasting', { tag: '@long' }, async ({ hostile }) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + BOXES,
      `const boxes = document.querySelectorAll('fieldset input');
      boxes[0].onpaste = event => {
        event.preventDefault();
        globalThis.isPasted = true;
        Array.from(event.clipboardData.getData('text/plain'), (digit, index) => { boxes[index].value = digit }) };`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(await page.evaluate(() => 'isPasted' in globalThis)).toBe(true);
  expect(currentCodes(hostile)).toContain((await readBoxes(page)).join(''));
});

test('six boxes that know no pasting and move the focus get one digit each', async ({ hostile }) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + BOXES,
      `const boxes = Array.from(document.querySelectorAll('fieldset input'));
      for (const [index, box] of boxes.entries()) {
        box.onpaste = event => event.preventDefault();
        box.oninput = () => boxes[index + 1]?.focus();
        box.onfocus = () => box.select() };`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain((await readBoxes(page)).join(''));
});

test('a field that is drawn anew without its value is filled again', async ({ hostile }) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + CODE_FIELD,
      `let times = 0;
      $('code').addEventListener('change', ({ target }) => setTimeout(() => {
        if (times++ > 0) return;
        const anew = target.cloneNode();
        anew.value = '';
        target.replaceWith(anew);
        globalThis.latchkeyRecorder.addedNodes--;
      }, 60));`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

test('fields in open shadow roots are seen, named, filled and sent', async ({ hostile }) => {
  const page = await hostile.open(`<!doctype html><title>Sign in</title>
    <script>customElements.define('sign-in', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = \`<form><span id="a">Email</span><input id="email" aria-labelledby="a">
          <label for="code">6-digit code</label><input id="code" inputmode="numeric"><button>Sign in</button></form>\`;
        root.querySelector('form').addEventListener('submit', event => {
          event.preventDefault(); globalThis.isSubmitted = true });
      } })</script><sign-in></sign-in>`);
  await hostile.begin(page);
  await submitted(page);
  expect(await page.locator('#email').inputValue()).toBe(hostile.site.account.email);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

test('a closed "details" is opened by its summary', { tag: '@long' }, async ({ hostile }) => {
  const page = await hostile.open(
    form(
      `${EMAIL_FIELD}<details><summary>Sign in with a code</summary>${CODE_FIELD}<button>Sign in</button></details>`,
    ).replace('<button id="go">Sign in</button></form>', '</form>'),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

test('a field below the fold, and one in a box that scrolls, are brought into view first', { tag: '@long' }, async ({
  hostile,
}) => {
  const page = await hostile.open(
    form(
      `<p style="height: 3000px"></p><div style="height: 90px; overflow: auto">${EMAIL_FIELD}<p style="height: 600px"></p>${CODE_FIELD}</div>`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

test('a field that keeps nothing is named as the one that refused, and nothing is sent', async ({ hostile }) => {
  const page = await hostile.open(
    form(EMAIL_FIELD + CODE_FIELD, `$('code').oninput = ({ target }) => { target.value = '' };`),
  );
  expect(await hostile.outcome(page)).toBe('field-refused code');
  expect(await page.evaluate(() => 'isSubmitted' in globalThis)).toBe(false);
});

test('nothing is written into a field that is too short for it', { tag: '@long' }, async ({ hostile }) => {
  const short = CODE_FIELD.replace('inputmode', 'maxlength="5" inputmode');
  const page = await hostile.open(form(EMAIL_FIELD + short));
  expect(await hostile.outcome(page)).toBe('field-refused code');
  expect(await page.locator('#code').inputValue()).toBe('');
});

test('a field that is disabled until the one before it is filled is waited for', { tag: '@long' }, async ({
  hostile,
}) => {
  const page = await hostile.open(
    form(
      EMAIL_FIELD + CODE_FIELD.replace('<input', '<input disabled'),
      `$('email').oninput = () => setTimeout(() => { $('code').disabled = false }, 300);`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(currentCodes(hostile)).toContain(await page.locator('#code').inputValue());
});

for (const [whose, value, ended] of [
  ['somebody else', 'somebody@example.org', 'other-email'],
  ['nobody', '', 'field-refused email'],
] as const) {
  test(`a page that is filled in for ${whose} gets nothing and is not sent`, { tag: '@long' }, async ({ hostile }) => {
    const shown = EMAIL_FIELD.replace('<input', `<input readonly value="${value}"`);
    const page = await hostile.open(form(shown + CODE_FIELD));
    expect(await hostile.outcome(page)).toBe(ended);
    expect(await page.locator('#email').inputValue()).toBe(value);
    expect(await page.locator('#code').inputValue()).toBe('');
    expect(await page.evaluate(() => 'isSubmitted' in globalThis)).toBe(false);
  });
}

test('a page under something that nobody answers is said to be covered', { tag: '@long' }, async ({ hostile }) => {
  const cover = '<div style="position: fixed; inset: 0; background: white">Cookies?</div>';
  const page = await hostile.open(form(EMAIL_FIELD + CODE_FIELD) + cover);
  await hostile.begin(page);
  const { latchkey } = hostile;
  // It is waited for, since a person may answer it.
  await expect
    .poll(async () => (await readSessionStorage(latchkey)).lastRun, { timeout: 25_000 })
    .toMatchObject({ outcome: 'page-covered' });
  expect(await page.locator('#email').inputValue()).toBe('');
});

// A page that sends by itself with the last digit, and would be sent once more by its button. Nothing tells that it is
// under way but what it does with its form.
const BUSY: readonly (readonly [how: string, start: string, end: string, isQuick?: boolean])[] = [
  ['closes its button', `$('go').disabled = true`, `$('go').disabled = false`],
  ['has its button say so', `$('go').textContent = 'Signing in…'`, `$('go').textContent = 'Sign in'`, true],
  ['says that it is busy', `$('form').ariaBusy = 'true'`, `$('form').ariaBusy = 'false'`],
  ['closes its field', `$('code').disabled = true`, `$('code').disabled = false`],
  ['empties its field', `$('code').value = ''; $('go').hidden = true`, `$('go').hidden = false`],
  ['tells itself of a submit', `$('form').dispatchEvent(new Event('submit', { cancelable: true }))`, ''],
];

for (const [how, start, end, isQuick] of BUSY) {
  test(
    `a page that sends with the last digit and ${how} is not sent once more`,
    isQuick ? {} : { tag: '@long' },
    async ({ hostile }) => {
      const { site } = hostile;
      const before = site.finalVerifications;
      site.force({ status: 401, slowMs: 1_000, times: 1 });
      const script = `let isOwn = false;
      const send = async () => {
        const fields = { email: $('email').value, totp: $('code').value };
        const answer = fetch('/api/user/login', {
          method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fields) });
        isOwn = true; ${start}; isOwn = false;
        await (await answer).json(); ${end} };
      $('form').addEventListener('submit', event => { event.preventDefault(); if (!isOwn) send() });
      $('code').addEventListener('input', ({ target }) => { if (target.value.length === 6) send() });`;
      const page = await hostile.open(writeSignIn(EMAIL_FIELD + CODE_FIELD, script));
      expect(await hostile.outcome(page)).toMatch(/^rejected/);
      await page.waitForTimeout(500);
      expect(site.finalVerifications).toBe(before + 1);
      site.force(null);
    },
  );
}
