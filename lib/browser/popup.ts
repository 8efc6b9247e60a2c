import { browser } from 'wxt/browser';

const POPUP_PORT = 'popup';

/** Lets the worker know how long the popup is open: what was asked for while locked lives no longer than it. */
export function announcePopup(): void {
  // A worker that dies takes its end of the port along: the next one has to know of this popup as well.
  browser.runtime.connect({ name: POPUP_PORT }).onDisconnect.addListener(announcePopup);
}

/** Calls back when a popup has closed, or the same page in a window of its own, which has a tab. */
export function onPopupClosed(callBack: (closed: { readonly isWindow: boolean }) => void): void {
  browser.runtime.onConnect.addListener(port => {
    // The script on the login page has our id too, and whoever holds its process may say that it is the popup.
    const isPopup = port.sender?.url?.split(/[?#]/u, 1)[0] === browser.runtime.getURL('/popup.html');
    const isOurs = isPopup && port.sender?.id === browser.runtime.id && port.name === POPUP_PORT;
    const isWindow = port.sender?.tab !== undefined;
    if (isOurs) port.onDisconnect.addListener(() => callBack({ isWindow }));
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

const WINDOW_MARK = '#window';
/** As wide as the popup and its edges, as high as a laptop's screen allows. */
const WINDOW_SIZE = { width: 400, height: 640 } as const;

/** Opens the popup's page in a small window, which no prompt of the browser closes. */
export async function openSmallWindow(): Promise<void> {
  const url = browser.runtime.getURL(`/popup.html${WINDOW_MARK}`);
  await browser.windows.create({ type: 'popup', url, ...WINDOW_SIZE });
}

/** Whether this page is the popup's in such a window. */
export function isSmallWindow(): boolean {
  return window.location.hash === WINDOW_MARK;
}
