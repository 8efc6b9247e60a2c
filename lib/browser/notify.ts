import { browser } from 'wxt/browser';

const SIGN_IN_NOTIFICATION = 'sign-in';

/** Says in a notification how a sign-in ended that was not started from the popup. Never a label, an address or a code. */
export async function notifySignIn(title: string, message: string): Promise<void> {
  await browser.notifications.create(SIGN_IN_NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}
