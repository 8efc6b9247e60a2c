// Talking to the script on the login page. The tab decides nothing: every answer leads to a message whose sender the
// router judges.
import { browser } from 'wxt/browser';
import type { TabMessage } from '../messages/tab-message';
import { SECOND_MS } from '../shared/duration';
import type { TabLook } from '../signin/judge-tab';
import { isLoginUrl } from '../signin/site';

const ANSWER_WITHIN_MS = 2 * SECOND_MS;
const SCRIPT_FILE = '/content-scripts/signin.js';

/**
 * What became of a message: the token of the document whose script took it (null where that is not on the login page),
 * or that nobody is there to take it, or that it waits in a page too busy to look.
 */
type Told = { readonly documentToken: string | null } | 'nobody' | 'waiting';

async function tell(tabId: number, message: TabMessage): Promise<Told> {
  const timeout = new Promise<Told>(resolve => setTimeout(() => resolve('waiting'), ANSWER_WITHIN_MS));
  const answer = browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
    (reply): Told => ({ documentToken: typeof reply === 'string' ? reply : null }),
    (): Told => 'nobody',
  );
  return Promise.race([answer, timeout]);
}

/** The tab the person looks at, or null where there is none, as in a window of developer tools. */
export async function findActiveTab(): Promise<{ readonly tabId: number; readonly url: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? null };
}

/** Whether a tab is the one that the person looks at: the active one of the window that has the focus. */
export async function isInFront(tabId: number): Promise<boolean> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    return active && (await browser.windows.get(windowId)).focused;
  } catch {
    return false;
  }
}

/** The document in which the script of the login page answers from a tab, or null where none does. */
async function findLoginDocument(tabId: number): Promise<string | null> {
  const told = await tell(tabId, { latchkey: 'are-you-there' });
  return typeof told === 'object' ? told.documentToken : null;
}

/** One look at a tab, for the run in it. The URL is known after a gesture over that tab only. */
export async function lookAtTab(tabId: number): Promise<TabLook> {
  try {
    const { status, url } = await browser.tabs.get(tabId);
    if (status !== 'complete') return { state: 'loading' };
    // Where the URL is known the page need not be asked.
    const answers = url === undefined && (await findLoginDocument(tabId)) !== null;
    return { state: 'complete', url: url ?? null, answers };
  } catch {
    return { state: 'closed' };
  }
}

/** A tab on the login page. The token is null where no script is there yet. */
export type LoginTab = { readonly tabId: number; readonly documentToken: string | null };

/** The active tab where it shows the login page, or null. Knows it from the script there, or from the URL after a gesture. */
export async function findLoginTab(): Promise<LoginTab | null> {
  const tab = await findActiveTab();
  if (tab === null) return null;
  if (tab.url !== null && !isLoginUrl(tab.url)) return null;
  const documentToken = await findLoginDocument(tab.tabId);
  return documentToken === null && tab.url === null ? null : { tabId: tab.tabId, documentToken };
}

/** Whether a tab still shows the document that it was asked for on. A document that nothing is known of is none. */
export async function showsDocument({ tabId, documentToken }: LoginTab): Promise<boolean> {
  return documentToken !== null && (await findLoginDocument(tabId)) === documentToken;
}

function hasBegun(told: Told): boolean {
  return told === 'waiting' || (told !== 'nobody' && told.documentToken !== null);
}

/**
 * Starts a run in a tab; false where nobody is there, or another document by now. A page that was open before Latchkey was installed or updated has no
 * script yet: the gesture that led here allows to put it there. A page that is merely busy has one, and gets no second.
 */
export async function beginInTab({ tabId, documentToken }: LoginTab, runId: string): Promise<boolean> {
  const begin: TabMessage = { latchkey: 'begin', runId, documentToken };
  const told = await tell(tabId, begin);
  if (told !== 'nobody') return hasBegun(told);
  // The document that was meant had a script.
  if (documentToken !== null) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [SCRIPT_FILE] });
  } catch {
    return false;
  }
  return hasBegun(await tell(tabId, begin));
}

/** Has a tab leave its run, and take out of its fields what was written. */
export async function clearInTab(tabId: number): Promise<void> {
  await tell(tabId, { latchkey: 'clear' });
}

/** The same in every tab: which of them shows a login page is not for an extension to know. */
export async function clearEverywhere(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [clearInTab(id)])));
}
