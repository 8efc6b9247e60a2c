// Takes the place of lib/browser/login-tab where there are no tabs:
//   vi.mock('../../lib/browser/login-tab', () => import('./login-tab.testing'));
import type { LoginTab } from '../../lib/browser/login-tab';

/** The login page of these tests. */
export const LOGIN: LoginTab = { tabId: 7, documentToken: 'token-1' };

/** Which tab is in front, which document each shows, and whether a script is there to begin a run. */
export const tabs = { front: null as LoginTab | null, documents: new Map<number, string>(), answers: true };

/** Puts the login page in front. */
export function showLoginPage(): void {
  tabs.front = LOGIN;
  tabs.answers = true;
  tabs.documents = new Map([[LOGIN.tabId, 'token-1']]);
}

export const findLoginTab = async (): Promise<LoginTab | null> => tabs.front;
export const isInFront = async (tabId: number): Promise<boolean> => tabs.front?.tabId === tabId;
export const findActiveTab = async (): Promise<null> => null;
export const showsDocument = async ({ tabId, documentToken }: LoginTab): Promise<boolean> =>
  tabs.documents.get(tabId) === documentToken;
export const beginInTab = async (): Promise<boolean> => tabs.answers;
export const lookAtTab = async (): Promise<{ readonly state: 'loading' }> => ({ state: 'loading' });
