import { pathOnSite } from './site';

/** Whether a document's URL is one that only a person who is signed in stays on: the dashboard, or the account's page. */
export function isDashboardUrl(url: string): boolean {
  const path = pathOnSite(url);
  return path !== null && (path === '/account' || path === '/dashboard' || path.startsWith('/dashboard/'));
}
