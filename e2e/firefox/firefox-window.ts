// Firefox's own window around the pages: its toolbar and its keyboard, which no page reaches and no driver offers. A press
// here is one that Firefox itself hears, with all that follows from it: what a gesture allows, and the real popup.
import type { Browser } from 'puppeteer-core';
import { ADDON_ID } from './launch-firefox';

/** The part of the driver that it keeps to itself. */
type Driver = {
  readonly connection: { send(method: string, parameters: object): Promise<{ readonly result: unknown }> };
};

type Tree = { readonly contexts: readonly { readonly context: string }[] };
type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** The little of Firefox's inside that is used there. */
declare const ChromeUtils: { importESModule(address: string): { readonly ExtensionParent: ExtensionParent } };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } };
declare const Cc: Readonly<Record<string, { createInstance(kind: unknown): TextInputProcessor }>>;
declare const Ci: { readonly nsITextInputProcessor: unknown };

type Extension = {
  readonly backgroundState: string;
  terminateBackground(how: object): Promise<void>;
};
type ExtensionParent = {
  readonly apiManager: {
    readonly global: {
      browserActionFor(extension: Extension): { triggerAction(within: Window): Promise<void> };
    };
  };
};
type TextInputProcessor = {
  beginInputTransactionForTests(within: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): number;
};

/** A key as a keyboard event names it. */
type Key = { readonly key: string; readonly code: string };

const SIGN_IN_SHORTCUT: readonly Key[] = [
  { key: 'Alt', code: 'AltLeft' },
  { key: 'Shift', code: 'ShiftLeft' },
  { key: 'L', code: 'KeyL' },
];

/** Runs a function in the window. */
async function runInWindow<Given>(browser: Browser, run: (given: Given) => unknown, given: Given): Promise<unknown> {
  const { connection } = browser as unknown as Driver;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const [window] = (tree.result as Tree).contexts;
  const { result } = await connection.send('script.evaluate', {
    expression: `(${run})(${JSON.stringify(given)})`,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const evaluated = result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(`in Firefox's window: ${evaluated.exceptionDetails.text}`);
  return evaluated.result.value;
}

/** Presses keys together where the focus is, as the keyboard does. */
async function pressTogether(browser: Browser, keys: readonly Key[]): Promise<void> {
  await runInWindow(
    browser,
    pressed => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
      if (!keyboard?.beginInputTransactionForTests(window)) throw new Error('there is no keyboard');
      const events = pressed.map(key => new KeyboardEvent('', key));
      for (const event of events) keyboard.keydown(event);
      for (const event of events.toReversed()) keyboard.keyup(event);
    },
    keys,
  );
}

/** Presses the shortcut that signs in, over the tab in front. */
export async function pressShortcut(browser: Browser): Promise<void> {
  await pressTogether(browser, SIGN_IN_SHORTCUT);
}

/**
 * Presses one key in the popup, by the name that it has in events. Without a screen the panel is open and its page has the
 * focus, but the window goes on to keep its keys to itself until the panel is told to take them.
 */
export async function pressKeyInPopup(browser: Browser, key: 'ArrowDown' | 'Enter' | 'Escape'): Promise<void> {
  await runInWindow(
    browser,
    selector => {
      const popup = document.querySelector<HTMLElement>(selector);
      if (popup === null) throw new Error('there is no popup');
      popup.focus();
    },
    'browser.webextension-popup-browser',
  );
  await pressTogether(browser, [{ key, code: key }]);
}

/** Does what a click on the toolbar button does: leave for the tab in front is given, and the popup opens. */
export async function clickToolbarButton(browser: Browser): Promise<void> {
  await runInWindow(
    browser,
    async id => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension);
      await action.triggerAction(window);
    },
    ADDON_ID,
  );
}

/** Ends the background page, as Firefox does with one that has had nothing to do for half a minute. */
export async function endBackground(browser: Browser): Promise<void> {
  const state = await runInWindow(
    browser,
    async id => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    },
    ADDON_ID,
  );
  if (state !== 'stopped') throw new Error(`the background page is ${state}`);
}

/** Whether the background page runs, or how far it is from that. */
export async function readBackgroundState(browser: Browser): Promise<string> {
  const state = await runInWindow(browser, id => WebExtensionPolicy.getByID(id).extension.backgroundState, ADDON_ID);
  return String(state);
}
