// Whether the person is signed in, as the tab in front shows it. Invariants: the address is of the exact origin before and
// after; no page of ours can claim it; what the page says is untrusted, and leads to no more than a rotation's beginning.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isTimeMs } from '../shared/time-ms';
import { DASHBOARD_QUESTION, isSignedInLook } from '../signin/dashboard-page';
import { isSignedInUrl } from '../signin/site';
import { dashboardReadingSchema, readDashboard } from './enrolment-readers/read-dashboard';
import { readWhere } from './enrolment-tab';
import { storedItem } from './stored-item';

/** When a page of the dashboard was last seen in front, signed in, in milliseconds since 1970. */
export const dashboardSeenItem = storedItem('session', 'dashboard.seen', v.custom<number>(isTimeMs));

async function findDashboardTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const isThere = tab?.status === 'complete' && tab.url !== undefined && isSignedInUrl(tab.url);
  return (isThere && tab.id) || null;
}

/** Whether the tab in front has the address of the dashboard. It is known after a click in the popup over it, and not else. */
export async function hasDashboardAddress(): Promise<boolean> {
  return (await findDashboardTab()) !== null;
}

/** Whether the tab in front shows the dashboard to somebody who is signed in: by its address, and by what stands on the page. */
export async function isDashboardInFront(): Promise<boolean> {
  const tabId = await findDashboardTab();
  if (tabId === null) return false;
  const given: [typeof DASHBOARD_QUESTION] = [DASHBOARD_QUESTION];
  const read = await readWhere(tabId, isSignedInUrl, { run: readDashboard, given, schema: dashboardReadingSchema });
  return read.ok && isSignedInLook(read.value);
}
