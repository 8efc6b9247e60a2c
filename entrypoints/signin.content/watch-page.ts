import { isSignInRequest } from '../../lib/signin/site';

const QUIET_MS = 40;
const LOOK_AGAIN_AFTER_MS = 500;

type NavigateEvent = Event & { readonly destination: { readonly url: string }; readonly hashChange?: boolean };

/** What a run watches of its page, from its first step to its last. */
export type PageWatch = {
  /** Remembers a value that was written, so that no navigation of this document carries it in a URL. */
  guard(value: string): void;
  /** Forgets answers that came before: those after it are about what is pressed next. */
  expectAnswer(): void;
  /** The HTTP status of the latest answer to the sign-in's own requests, or null. */
  status(): number | null;
  isLeaving(): boolean;
  /** Whether a navigation with a guarded value in its URL was stopped. */
  stoppedLeak(): boolean;
  /** Resolves soon after the page changed, or half a second later: what changes without a trace is seen then. */
  changed(): Promise<void>;
  end(): void;
};

function carries(url: string, values: ReadonlySet<string>): boolean {
  return Array.from(values).some(value => url.includes(value) || url.includes(encodeURIComponent(value)));
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
  let leaving = false;
  let leakStopped = false;
  let wake = () => {};

  const requests = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || entry.startTime < expectedSince) continue;
      if (!['fetch', 'xmlhttprequest'].includes(entry.initiatorType) || !isSignInRequest(entry.name)) continue;
      answer = entry.responseStatus;
      wake();
    }
  });
  requests.observe({ type: 'resource' });

  const mutations = new MutationObserver(() => wake());
  mutations.observe(document, { subtree: true, childList: true, attributes: true });

  const onNavigate = (event: Event) => {
    const { destination, hashChange } = event as NavigateEvent;
    if (carries(destination.url, values) && event.cancelable) {
      event.preventDefault();
      leakStopped = true;
    } else if (hashChange !== true) {
      leaving = true;
    }
    wake();
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', onNavigate);

  return {
    guard: value => values.add(value),
    expectAnswer: () => {
      answer = null;
      expectedSince = performance.now();
    },
    status: () => answer,
    isLeaving: () => leaving,
    stoppedLeak: () => leakStopped,
    changed: () =>
      new Promise(resolve => {
        const lookAgain = setTimeout(resolve, LOOK_AGAIN_AFTER_MS);
        wake = () => {
          clearTimeout(lookAgain);
          setTimeout(resolve, QUIET_MS);
          wake = () => {};
        };
      }),
    end: () => {
      requests.disconnect();
      mutations.disconnect();
      navigation?.removeEventListener('navigate', onNavigate);
      values.clear();
    },
  };
}
