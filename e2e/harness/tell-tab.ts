import type { TabMessage } from '../../lib/messages/tab-message';
import type { Latchkey } from './launch';

/** Has the worker say something to the tab in front, and gives what the script there answers; null where none does. */
export async function tellActiveTab(latchkey: Latchkey, message: TabMessage): Promise<string | null> {
  const worker = await latchkey.worker();
  return worker.evaluate(async told => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return null;
    return ((await chrome.tabs.sendMessage(tab.id, told, { frameId: 0 }).catch(() => null)) ?? null) as string | null;
  }, message);
}
