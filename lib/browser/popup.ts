import { browser } from 'wxt/browser';

/** Opens the popup; false where the browser will not: another one is open, or the window is not in front. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
