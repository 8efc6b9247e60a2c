import type { Report } from '../../lib/signin/run';
import { isLoginUrl, isSignedInUrl, isSignInRequest, SITE_ORIGIN } from '../../lib/signin/site';
import { carries } from './carried-value';
import { isClockRequest } from './read-clock';
import type { PageRoot } from './unclobbered';

const QUIET_MS = 40;
const LOOK_AGAIN_AFTER_MS = 500;

type NavigateEvent = Event & {
  readonly navigationType: string;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
  readonly formData?: FormData | null;
};

/** What a run watches of its page, from its first step to its last. */
export type PageWatch = {
  /** Watches these roots as well: what happens inside a shadow root is not heard outside of it. */
  observe(roots: readonly PageRoot[]): void;
  /** Remembers a value that was written, so that no navigation of this document carries it in a URL. */
  guard(value: string): void;
  /** Whether the page did anything with it since: sent a form, went elsewhere, had an answer of the site. */
  hasActed(): boolean;
  /** Resolves after so long, or as soon as the page has acted: it may not live to see the end of it. */
  rest(ms: number): Promise<void>;
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

/** Where a submit of a root is heard. A document may answer for an image named like the method; a window does not. */
export function hearing(root: Node): EventTarget {
  return root instanceof ShadowRoot ? root : window;
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
  let isPressed = false;
  let leakStopped = false;
  let sent = false;
  let acted = false;
  let endRest = () => {};
  let wake = (_afterMs: number) => {};
  const act = () => {
    acted = true;
    endRest();
  };

  const requests = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || entry.startTime < expectedSince) continue;
      if (!['fetch', 'xmlhttprequest'].includes(entry.initiatorType) || !isSignInRequest(entry.name)) continue;
      if (isClockRequest(entry)) continue;
      answer = entry.responseStatus;
      act();
      wake(QUIET_MS);
    }
  });
  requests.observe({ type: 'resource' });

  const mutations = new MutationObserver(() => wake(QUIET_MS));

  const onNavigate = (event: Event) => {
    const { destination, formData, navigationType } = event as NavigateEvent;
    const isOffSite = new URL(destination.url).origin !== SITE_ORIGIN && formData != null;
    if (values.size > 0 && event.cancelable && (isOffSite || carries(destination.url, values))) {
      event.preventDefault();
      leakStopped = true;
    } else if (!isPressed && !/^(?:push|replace)$/u.test(navigationType)) {
      // The person reloads, or goes back: the document that comes then says so.
    } else if (!destination.sameDocument || !isLoginUrl(destination.url)) {
      leaving = isSignedInUrl(destination.url) ? 'signed-in' : 'elsewhere';
    }
    act();
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
    act();
    // The document may not live to see another task, where the person pressed what leads on.
    wake(0);
  };
  const observed = new Set<PageRoot>();
  const observe = (roots: readonly PageRoot[]) => {
    for (const root of roots) {
      if (observed.has(root)) continue;
      observed.add(root);
      mutations.observe(root, { subtree: true, childList: true, attributes: true });
      hearing(root).addEventListener('submit', onSubmit, true);
    }
  };
  observe([document]);

  return {
    observe,
    guard(value) {
      values.add(value);
      sent = false;
      acted = false;
    },
    hasActed: () => acted,
    rest: ms =>
      new Promise(resolve => {
        endRest = resolve;
        if (acted) resolve();
        setTimeout(resolve, ms);
      }),
    sent: () => sent,
    expectAnswer: () => {
      isPressed = true;
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
      for (const root of observed) hearing(root).removeEventListener('submit', onSubmit, true);
      values.clear();
    },
  };
}
