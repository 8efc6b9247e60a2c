// The browser's own API: this script needs two functions of it that both browsers have, and the library that makes the two
// alike weighs a third of what it may weigh.
import type { browser as anyBrowser } from 'wxt/browser';

type Api = { readonly runtime: Pick<typeof anyBrowser.runtime, 'id' | 'onMessage' | 'sendMessage'> };

const { browser, chrome } = globalThis as { readonly browser?: Api; readonly chrome?: Api };

// An element of the page may go by the name of either, where the browser itself has none of it.
const api = [browser, chrome].map(each => each?.runtime).find(each => typeof each?.sendMessage === 'function');
if (api === undefined) throw new TypeError('no browser to speak to');

export const runtime = api;
