// The document that Chromium's worker borrows to reach the clipboard. It takes one message, from our own worker, and
// holds nothing.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { clearIfStillThere } from '../../lib/browser/clear-clipboard';
import { clearMessageSchema } from '../../lib/browser/clipboard-guard';

browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string; tab?: unknown }) => {
  const parsed = v.safeParse(clearMessageSchema, message);
  if (!parsed.success || sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
  return clearIfStillThere(parsed.output);
});
