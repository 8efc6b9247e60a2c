import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Site } from './start-site';
import { startSite } from './start-site';
import type { Client } from './test-client';
import { createClient, shiftToMidStepMs } from './test-client';

// The ids and attributes of docs/site.md and of the pages as they were seen. Latchkey is tested on this markup, so whoever
// changes it changes what the tests prove.

let site: Site;
let client: Client;
beforeEach(async () => {
  site = await startSite({ shiftMs: shiftToMidStepMs() });
  client = createClient(site.port);
});
afterEach(() => site.close());

async function open(path: string) {
  const answer = await client.get(path);
  expect(answer.status).toBe(200);
  return new new Window().DOMParser().parseFromString(answer.text, 'text/html');
}

describe('the login page of today', () => {
  // In the order of the page.
  const CONTROLS: readonly (readonly [selector: string, attributes: Readonly<Record<string, string | null>>])[] = [
    ['input#email', { type: 'email', autocomplete: 'username', autofocus: '', required: null }],
    ['button#passkey-login-btn', { type: 'button', class: 'primary' }],
    ['button#show-code-btn', { type: 'button', 'aria-controls': 'code-fields', hidden: null }],
    ['div#code-fields', { hidden: '' }],
    [
      'div#code-fields > input#totp',
      {
        type: 'text',
        inputmode: 'numeric',
        pattern: '[0-9]{6}',
        maxlength: '6',
        autocomplete: 'one-time-code',
        required: null,
      },
    ],
    ['div#code-fields > button#submit-btn', { type: 'submit' }],
    ['div#error', { role: 'alert' }],
    ['button#passkey-other-btn', { type: 'button' }],
  ];

  beforeEach(() => {
    site.layout = 'today';
  });

  it.each(CONTROLS)('has %s as it was seen', async (selector, attributes) => {
    const found = (await open('/auth/login')).querySelectorAll(`form#login-form ${selector}`);
    expect(found).toHaveLength(1);
    const seen = Object.keys(attributes).map(name => [name, found[0]?.getAttribute(name) ?? null]);
    expect(Object.fromEntries(seen)).toEqual(attributes);
  });

  it('has them in this order, and no other fields or buttons', async () => {
    const inForm = (await open('/auth/login')).querySelectorAll('#login-form :is(input, button, div)');
    const expected = CONTROLS.map(([selector]) => selector.replace(/.*#/, ''));
    expect([...inForm].map(element => element.id)).toEqual(expected);
  });

  it('has a form without validation, action or method', async () => {
    const form = (await open('/auth/login')).querySelector('form#login-form');
    expect(['novalidate', 'action', 'method'].map(name => form?.hasAttribute(name))).toEqual([true, false, false]);
  });

  it('names its buttons and links as people know them', async () => {
    const page = await open('/auth/login');
    expect(page.querySelector('#show-code-btn')?.textContent).toBe('Sign in with a 6-digit code');
    expect(page.querySelector('#submit-btn')?.textContent).toBe('Sign in');
    const links = [...page.querySelectorAll('form ~ p a')].map(link => link.getAttribute('href'));
    expect(links).toEqual(['/auth/backup', '/auth/request-reset']);
  });

  it('keeps the notice about SHA-1 ready and out of sight', async () => {
    const page = await open('/auth/login');
    expect(page.querySelector('#sha1-notice[hidden] #sha1-continue')).not.toBeNull();
  });
});

it.each([
  ['april', 'form#login-form > input#email[type=email][required]'],
  ['april', 'form#login-form > input#totp[autocomplete=one-time-code][required]'],
  ['documented', '#step input[type=email][autocomplete=username]'],
  ['documented-pages', 'form[method=post] input[type=email][autocomplete=username]'],
] as const)('the login page of %s is known by %s', async (layout, selector) => {
  site.layout = layout;
  expect((await open('/auth/login')).querySelectorAll(selector)).toHaveLength(1);
});

it.each([
  '#passkey-register-btn',
  '#start-btn',
  '#qr-code',
  'code#secret-display',
  'input#verify-code',
  '#verify-btn',
  '#backup-codes',
])('the set-up page has %s', async selector => {
  const page = await open(site.operator.issueSetup(site.account.email));
  expect(page.querySelectorAll(selector)).toHaveLength(1);
});

it('the page for backup codes has an email, a code and one submit', async () => {
  const controls = (await open('/auth/backup')).querySelectorAll('form :is(input, button)');
  expect([...controls].map(element => element.id)).toEqual(['email', 'code', 'submit-btn']);
});

it('the account page has the masked key inside closed details', async () => {
  const { email, key, secret } = site.account;
  await client.postJson('/api/user/login', { email, api_key: key, totp: site.codeFor(secret) });
  const page = await open('/account');
  expect(page.querySelectorAll('details:not([open]) :is(code#api-key, #show-key)')).toHaveLength(2);
});
