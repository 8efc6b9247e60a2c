// Takes the place of lib/browser/login-tab where there are no tabs:
//   vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
import type { LoginTab } from '../../lib/browser/login-tab';

/** The login page of these tests. */
export const LOGIN: LoginTab = { tabId: 7, documentToken: 'token-1' };

/** Which tab is in front, which document each shows, and whether a script is there to begin a run. */
export const tabs = {
  front: null as LoginTab | null,
  documents: new Map<number, string>(),
  answers: true,
  /** Where the tab in front is, where a gesture has told. */
  url: null as string | null,
  /** Where what was written was taken out of the page again. */
  cleared: [] as (number | 'everywhere')[],
};

/** Puts the login page in front. */
export function showLoginPage(): void {
  tabs.front = LOGIN;
  tabs.answers = true;
  tabs.cleared = [];
  tabs.url = null;
  tabs.documents = new Map([[LOGIN.tabId, 'token-1']]);
}

export const findLoginTab = async (): Promise<LoginTab | null> => tabs.front;
export const isInFront = async (tabId: number): Promise<boolean> => tabs.front?.tabId === tabId;
export const findActiveTab = async () => (tabs.url === null ? null : { tabId: LOGIN.tabId, url: tabs.url });
export const showsDocument = async ({ tabId, documentToken }: LoginTab): Promise<boolean> =>
  tabs.documents.get(tabId) === documentToken;
/** A run begins only in the document that it was asked for on. */
export const beginInTab = async ({ tabId, documentToken }: LoginTab): Promise<boolean> =>
  tabs.answers && (documentToken === null || documentToken === tabs.documents.get(tabId));
export const clearInTab = async (tabId: number): Promise<void> => void tabs.cleared.push(tabId);
export const clearEverywhere = async (): Promise<void> => void tabs.cleared.push('everywhere');
export const lookAtTab = async (): Promise<{ readonly state: 'loading' }> => ({ state: 'loading' });
