import { describe, expect, it } from 'vitest';
import { ORIGIN_ROWS, PATH_ROWS } from '../../lib/signin/site.cases';
import type { Sender } from './caller';
import { identifyCaller } from './caller';

const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
const BASE = `chrome-extension://${OWN_ID}`;
const LOGIN = 'https://paramant.app/auth/login';

const identify = (sender: Sender) => identifyCaller(sender, OWN_ID, BASE);

/** Leaves fields out by setting them to undefined, as a browser that does not know them would. */
const popup = (changes: Partial<Sender> = {}): Sender => ({
  id: OWN_ID,
  url: `${BASE}/popup.html`,
  origin: BASE,
  ...changes,
});
const loginPage = (changes: Partial<Sender> = {}): Sender => ({
  id: OWN_ID,
  url: LOGIN,
  origin: 'https://paramant.app',
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  tab: { id: 4 },
  ...changes,
});

describe('a page of ours', () => {
  it.each<[string, Sender]>([
    ['the popup', popup()],
    ['the popup at a place of its own', popup({ url: `${BASE}/popup.html#accounts` })],
    ['the full page in a tab', popup({ url: `${BASE}/options.html`, frameId: 0, tab: { id: 9 } })],
    ['the full page with a query', popup({ url: `${BASE}/options.html?x=/popup.html#add` })],
    ['a browser that names no origin', popup({ origin: undefined })],
  ])('is recognised: %s', (_, sender) => {
    expect(identify(sender)).toEqual({ caller: 'page' });
  });

  it.each<[string, Sender]>([
    ['another extension that has the same page', popup({ id: 'ponmlkjihgfedcbaponmlkjihgfedcba' })],
    ['another extension’s page with our id', popup({ url: 'chrome-extension://ponmlkjihgfedcba/popup.html' })],
    ['no id', popup({ id: undefined })],
    ['no URL', popup({ url: undefined })],
    ['an empty URL', popup({ url: '' })],
    ['a page that somebody put into a frame', popup({ frameId: 3, tab: { id: 4 } })],
    ['a page that says another origin', popup({ origin: 'https://evil.example' })],
    ['a sandboxed page', popup({ origin: 'null' })],
    ['a path below the page', popup({ url: `${BASE}/options.html/evil` })],
    ['a path that ends like the page', popup({ url: `${BASE}/evil/options.html` })],
    ['a name that begins like the page', popup({ url: `${BASE}/options.htmlx` })],
    ['an encoded name', popup({ url: `${BASE}/%6fptions.html` })],
    ['capitals', popup({ url: `${BASE}/Options.html` })],
    ['two slashes', popup({ url: `${BASE}//options.html` })],
    ['the page’s name in a query', popup({ url: `${BASE}/x?/options.html` })],
    ['the page’s name in a fragment', popup({ url: `${BASE}/x#/popup.html` })],
    ['our base address with a longer id', popup({ url: `${BASE}x/popup.html` })],
    ['our base address as user info', popup({ url: `${BASE}@evil/popup.html` })],
    ['the offscreen document, which has nothing to ask', popup({ url: `${BASE}/offscreen.html` })],
    ['the worker itself', popup({ url: `${BASE}/background.js` })],
    ['a web page of the same name', popup({ url: 'https://evil.example/popup.html', origin: 'https://evil.example' })],
  ])('is not: %s', (_, sender) => {
    expect(identify(sender)).toBeNull();
  });
});

describe('the login page', () => {
  it('is recognised as the active top document at its place, and named by tab and document', () => {
    expect(identify(loginPage())).toEqual({
      caller: 'login-page',
      document: { tabId: 4, documentId: 'D1', url: LOGIN },
    });
  });

  it('is recognised in a browser that tells neither origin nor life cycle', () => {
    expect(identify(loginPage({ origin: undefined, documentLifecycle: undefined }))?.caller).toBe('login-page');
  });

  it.each(ORIGIN_ROWS)('at %s (%s): %s', (_, beforePath, originOk) => {
    expect(identify(loginPage({ url: `${beforePath}/auth/login` })) !== null).toBe(originOk);
  });

  it.each(PATH_ROWS)('at %s (%s): %s', (_, path, pathOk) => {
    expect(identify(loginPage({ url: `https://paramant.app${path}` })) !== null).toBe(pathOk);
  });

  it.each<[string, Partial<Sender>]>([
    ['another extension’s script', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a script without an id, as a web page would be', { id: undefined }],
    ['a frame on it', { frameId: 1 }],
    ['a frame that nobody numbered', { frameId: undefined }],
    ['a frame of it in another page', { frameId: 12, origin: 'https://paramant.app' }],
    ['a document of another origin that came there by its URL alone', { origin: 'https://evil.example' }],
    ['a sandboxed document', { origin: 'null' }],
    ['a subdomain’s document', { origin: 'https://www.paramant.app' }],
    ['a document that is prerendered', { documentLifecycle: 'prerender' }],
    ['a document in the back-forward cache', { documentLifecycle: 'cached' }],
    ['a document that is being deleted', { documentLifecycle: 'pending_deletion' }],
    ['a document without an id', { documentId: undefined }],
    ['a document without a tab', { tab: undefined }],
    ['a tab without an id', { tab: {} }],
    ['no URL', { url: undefined }],
  ])('is not: %s', (_, changes) => {
    expect(identify(loginPage(changes))).toBeNull();
  });

  it('never becomes a page of ours, nor the other way round', () => {
    expect(identify(loginPage({ origin: BASE }))).toBeNull();
    expect(identify(popup({ url: LOGIN, origin: BASE }))).toBeNull();
    expect(identify(popup({ origin: 'https://paramant.app' }))).toBeNull();
  });
});
