import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isTimeMs } from '../shared/time-ms';
import { isDashboardUrl } from '../signin/dashboard-page';
import { storedItem } from './stored-item';

/** When a page of the dashboard was last seen in front, signed in, in milliseconds since 1970. */
export const dashboardSeenItem = storedItem('session', 'dashboard.seen', v.custom<number>(isTimeMs));

/** Whether the tab in front shows the dashboard. Its URL is known after a click in the popup over it, and not else. */
export async function isDashboardInFront(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.status === 'complete' && tab.url !== undefined && isDashboardUrl(tab.url);
}
