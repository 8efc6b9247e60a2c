import { browser } from 'wxt/browser';

const POPUP_PORT = 'popup';

/** Lets the worker know how long the popup is open: what was asked for while locked lives no longer than it. */
export function announcePopup(): void {
  // A worker that dies takes its end of the port along: the next one has to know of this popup as well.
  browser.runtime.connect({ name: POPUP_PORT }).onDisconnect.addListener(announcePopup);
}

/** Calls back when a popup has closed. */
export function onPopupClosed(callBack: () => void): void {
  browser.runtime.onConnect.addListener(port => {
    const isOurs = port.sender?.id === browser.runtime.id && port.name === POPUP_PORT;
    if (isOurs) port.onDisconnect.addListener(callBack);
  });
}

/** Opens the popup; false where the browser will not: another one is open, or the window is not in front. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
