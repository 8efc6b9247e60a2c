import type { Report } from '../../lib/signin/run';
import { isLoginUrl, isSignedInUrl, isSignInRequest, SITE_ORIGIN } from '../../lib/signin/site';

const QUIET_MS = 40;
const LOOK_AGAIN_AFTER_MS = 500;

type NavigateEvent = Event & {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
  readonly formData?: FormData | null;
};

/** What a run watches of its page, from its first step to its last. */
export type PageWatch = {
  /** Remembers a value that was written, so that no navigation of this document carries it in a URL. */
  guard(value: string): void;
  /** Whether a form was sent since the last value was written. */
  sent(): boolean;
  /** Forgets answers that came before: those after it are about what is pressed next. */
  expectAnswer(): void;
  /** The HTTP status of the latest answer to the sign-in's own requests, or null. */
  status(): number | null;
  leaving(): Report['leaving'];
  /** Whether a navigation with a guarded value in its URL was stopped. */
  stoppedLeak(): boolean;
  /** Resolves soon after the page changed, or half a second later: what changes without a trace is seen then. */
  changed(): Promise<void>;
  end(): void;
};

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

/**
 * Compared decoded: a form writes `'` in other escapes than a script does. Taken apart by hand, since Firefox throws when
 * a content script iterates over search parameters.
 */
function carries(address: string, values: ReadonlySet<string>): boolean {
  const parts = [address, ...address.split(/[/?&=#]/u).map(decodePart)];
  return Array.from(values).some(value => parts.some(part => part.includes(value)));
}

/** The status with which this document itself was answered. */
function documentStatus(): number | null {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus || null : null;
}

/** Begins to watch. `arrived`: this document came as the answer to a press in the one before. */
export function watchPage(arrived: boolean): PageWatch {
  const values = new Set<string>();
  let answer: number | null = arrived ? documentStatus() : null;
  let expectedSince = performance.now();
  let leaving: Report['leaving'] = null;
  let leakStopped = false;
  let sent = false;
  let wake = (_afterMs: number) => {};

  const requests = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || entry.startTime < expectedSince) continue;
      if (!['fetch', 'xmlhttprequest'].includes(entry.initiatorType) || !isSignInRequest(entry.name)) continue;
      answer = entry.responseStatus;
      wake(QUIET_MS);
    }
  });
  requests.observe({ type: 'resource' });

  const mutations = new MutationObserver(() => wake(QUIET_MS));
  mutations.observe(document, { subtree: true, childList: true, attributes: true });

  const onNavigate = (event: Event) => {
    const { destination, formData } = event as NavigateEvent;
    const isOffSite = new URL(destination.url).origin !== SITE_ORIGIN && formData != null;
    if (values.size > 0 && event.cancelable && (isOffSite || carries(destination.url, values))) {
      event.preventDefault();
      leakStopped = true;
    } else if (!destination.sameDocument || !isLoginUrl(destination.url)) {
      leaving = isSignedInUrl(destination.url) ? 'signed-in' : 'elsewhere';
    }
    // Said in this very task: the document may not live to see another.
    wake(0);
  };
  const { navigation } = window as { navigation?: EventTarget };
  // An answer without a document, as of a download, leaves this one where it is.
  const onStayed = () => {
    leaving = null;
    wake(0);
  };
  navigation?.addEventListener('navigate', onNavigate);
  navigation?.addEventListener('navigateerror', onStayed);
  const onSubmit = () => {
    sent = true;
  };
  addEventListener('submit', onSubmit, true);

  return {
    guard(value) {
      values.add(value);
      sent = false;
    },
    sent: () => sent,
    expectAnswer: () => {
      answer = null;
      expectedSince = performance.now();
    },
    status: () => answer,
    leaving: () => leaving,
    stoppedLeak: () => leakStopped,
    changed: () =>
      new Promise(resolve => {
        const lookAgain = setTimeout(resolve, LOOK_AGAIN_AFTER_MS);
        wake = afterMs => {
          clearTimeout(lookAgain);
          if (afterMs === 0) resolve();
          else setTimeout(resolve, afterMs);
        };
      }),
    end: () => {
      requests.disconnect();
      mutations.disconnect();
      navigation?.removeEventListener('navigate', onNavigate);
      navigation?.removeEventListener('navigateerror', onStayed);
      removeEventListener('submit', onSubmit, true);
      values.clear();
    },
  };
}
