// Talking to the script on the login page. The tab decides nothing: every answer leads to a message whose sender the
// router judges.
import { browser } from 'wxt/browser';
import type { TabMessage } from '../messages/tab-message';
import { SECOND_MS } from '../shared/duration';
import { isLoginUrl } from '../signin/site';

const ANSWER_WITHIN_MS = 2 * SECOND_MS;
const SCRIPT_FILE = '/content-scripts/signin.js';

/** Whether the script in the tab's top frame took the message. A message to a dying document can hang: hence the limit. */
async function tell(tabId: number, message: TabMessage): Promise<boolean> {
  const timeout = new Promise<false>(resolve => setTimeout(() => resolve(false), ANSWER_WITHIN_MS));
  const answer = browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
    reply => reply === true,
    () => false,
  );
  return Promise.race([answer, timeout]);
}

/** The tab the person looks at, or null where there is none, as in a window of developer tools. */
export async function findActiveTab(): Promise<{ readonly tabId: number; readonly url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? null };
}

/** Whether the script of the login page answers from a tab. */
export function isOnLoginPage(tabId: number): Promise<boolean> {
  return tell(tabId, { latchkey: 'are-you-there' });
}

/** The active tab where it shows the login page, or null. Knows it from the script there, or from the URL after a gesture. */
export async function findLoginTab(): Promise<number | null> {
  const tab = await findActiveTab();
  if (tab === null) return null;
  if (tab.url !== null && !isLoginUrl(tab.url)) return null;
  if (await isOnLoginPage(tab.tabId)) return tab.tabId;
  return tab.url === null ? null : tab.tabId;
}

/**
 * Starts a run in a tab; false where no script answers. A page that was open before Latchkey was installed or updated has
 * none yet: the gesture that led here allows to put it there.
 */
export async function beginInTab(tabId: number, runId: string): Promise<boolean> {
  if (await tell(tabId, { latchkey: 'begin', runId })) return true;
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [SCRIPT_FILE] });
  } catch {
    return false;
  }
  return tell(tabId, { latchkey: 'begin', runId });
}
