// Takes a copied key out of the clipboard again. It lives in alarms and session storage, so that it works with the popup
// closed and the worker killed; and only where the person let Latchkey read the clipboard, since emptying it unseen could
// destroy what somebody else copied in the meantime.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { SECOND_MS } from '../shared/duration';
import { setAlarm } from './alarms';
import type { CopiedText } from './clear-clipboard';
import { clearIfStillThere, digestOf } from './clear-clipboard';
import { mayReadClipboard } from './clipboard-permission';
import { makeId } from './random';
import { storedItem } from './stored-item';

/** In Chromium only, and not in the polyfill's types. */
declare const chrome: {
  readonly offscreen?: {
    createDocument(options: { url: string; reasons: readonly 'CLIPBOARD'[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
};

const CLEAR_AFTER_MS = 30 * SECOND_MS;
const OFFSCREEN_PAGE = '/offscreen.html';

const copiedItem = storedItem('session', 'copied', v.strictObject({ salt: v.string(), digest: v.string() }));

/** What the worker asks the offscreen document to do. */
export const clearMessageSchema = v.strictObject({
  latchkey: v.literal('clear-clipboard'),
  salt: v.string(),
  digest: v.string(),
});

/** Sees to it that a copied text leaves the clipboard in 30 s; false where the person has not allowed to look at it. */
export async function forgetCopiedTextLater(text: string): Promise<boolean> {
  if (!(await mayReadClipboard())) return false;
  const salt = makeId();
  await copiedItem.write({ salt, digest: await digestOf(text, salt) });
  await setAlarm('clear-clipboard', Date.now() + CLEAR_AFTER_MS);
  return true;
}

/** Chromium's worker has no document and borrows one; Firefox's background page is one. */
async function clear(copied: CopiedText): Promise<void> {
  const { offscreen } = chrome;
  if (offscreen === undefined) {
    await clearIfStillThere(copied);
    return;
  }
  await offscreen.createDocument({
    url: OFFSCREEN_PAGE,
    reasons: ['CLIPBOARD'],
    justification: 'Empties the clipboard of a key that was copied half a minute ago.',
  });
  try {
    await browser.runtime.sendMessage({ latchkey: 'clear-clipboard', ...copied });
  } finally {
    await offscreen.closeDocument();
  }
}

/** The job of the alarm. */
export async function clearCopiedText(): Promise<void> {
  const copied = await copiedItem.read();
  if (copied === null) return;
  await copiedItem.clear();
  await clear(copied);
}
