import type { Arrival } from '../../lib/signin/automatic';

/** The part of the Navigation API that says what stood in this tab before; browsers without it do not say. */
type NavigationHistory = { readonly activation?: { readonly from: object | null } | null };

/**
 * Whether the site itself has led here. The page before says so by its referrer, or, on a site that sends none, by being of
 * the same origin in this tab's history. Where the browser tells neither, any page before counts as one of the site.
 */
function isFromSite(): boolean {
  // Through the prototype, since an element of the page may go by that name.
  const getter = Object.getOwnPropertyDescriptor(Document.prototype, 'referrer')?.get;
  const referrer = String(getter?.call(document) ?? '');
  if (referrer === location.origin || referrer.startsWith(`${location.origin}/`)) return true;
  const { navigation } = window as { readonly navigation?: NavigationHistory };
  const activation = navigation?.activation;
  return activation ? activation.from !== null : history.length > 1;
}

/** How this document came into its tab. */
export function readArrival(): Arrival {
  const [navigated] = performance.getEntriesByType('navigation');
  const isNew = navigated instanceof PerformanceNavigationTiming && navigated.type === 'navigate';
  return { isNew, isFromSite: isFromSite() };
}
