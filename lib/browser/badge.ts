import { browser } from 'wxt/browser';

const DUE_COLOUR = '#b3261e';
const SIGN_IN_COLOUR = '#1f5fbf';

/** Shows how many keys are due on the toolbar button: nothing at none. */
export async function showDueCount(count: number, title: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: DUE_COLOUR });
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setTitle({ title });
}

/** Shows a mark and a title on the button over one tab; the browser drops both when the tab navigates. */
export async function showOnTab(tabId: number, text: string, title: string): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: SIGN_IN_COLOUR });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab is gone, and with it the place to show anything.
  }
}
