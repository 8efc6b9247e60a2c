import { browser } from 'wxt/browser';

const SIGN_IN_NOTIFICATION = 'sign-in';
const DUE_NOTIFICATION = 'due';

/** Says in a notification how a sign-in ended that was not started from the popup. Never a label, an address or a code. */
export async function notifySignIn(title: string, message: string): Promise<void> {
  await browser.notifications.create(SIGN_IN_NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** Says that keys want rotating: how many, and never which. A later one takes the place of an earlier one. */
export async function notifyDue(title: string, message: string): Promise<void> {
  await browser.notifications.create(DUE_NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** Calls back when the person clicks the notification about keys, which is gone then. */
export function onDueNotificationClicked(callBack: () => void): void {
  browser.notifications.onClicked.addListener(name => {
    if (name !== DUE_NOTIFICATION) return;
    void browser.notifications.clear(name);
    callBack();
  });
}
