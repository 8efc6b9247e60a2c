// What the browser tells the worker of: events that no page can bring about.
import type { Page } from 'playwright';
import type { Latchkey } from './launch';

/** Presses a keyboard command of the extension over a tab. */
export async function pressCommand(latchkey: Latchkey, page: Page, command: 'sign-in' | 'lock-now'): Promise<void> {
  await page.bringToFront();
  const worker = await latchkey.worker();
  await worker.evaluate(name => chrome.commands.onCommand.dispatch(name), command);
}

/** Chooses an item of the toolbar button's menu over a tab. */
export async function chooseMenuItem(latchkey: Latchkey, page: Page, id: string): Promise<void> {
  await page.bringToFront();
  const worker = await latchkey.worker();
  await worker.evaluate(menuItemId => chrome.contextMenus.onClicked.dispatch({ menuItemId }), id);
}

/** Lets an alarm go off. */
export async function ringAlarm(latchkey: Latchkey, name: string): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(alarm => chrome.alarms.onAlarm.dispatch({ name: alarm }), name);
}

/** Locks the screen. */
export async function lockScreen(latchkey: Latchkey): Promise<void> {
  const worker = await latchkey.worker();
  await worker.evaluate(() => chrome.idle.onStateChanged.dispatch('locked'));
}
