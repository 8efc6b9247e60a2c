import { browser } from 'wxt/browser';

const PERMISSION = { permissions: ['clipboardRead'] } satisfies { permissions: ['clipboardRead'] };

/** Whether the worker may look at the clipboard, so that it clears nothing but what Latchkey put there. */
export function mayReadClipboard(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks for it. Call it first thing in a click: the browser refuses without a gesture. */
export function requestClipboardRead(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}
