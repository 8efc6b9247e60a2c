// The browser's own API: this script needs two functions of it that both browsers have, and the library that makes the two
// alike weighs a third of what it may weigh.
import type { browser as anyBrowser } from 'wxt/browser';

type Api = { readonly runtime: Pick<typeof anyBrowser.runtime, 'id' | 'onMessage' | 'sendMessage'> };

const { browser, chrome } = globalThis as { readonly browser?: Api; readonly chrome?: Api };

const api = browser?.runtime ?? chrome?.runtime;
if (api === undefined) throw new TypeError('no browser to speak to');

export const runtime = api;
