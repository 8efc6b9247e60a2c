import type { Report } from '../../lib/signin/run';
import { isLoginRequest, isLoginUrl, isSignedInUrl, isSignInRequest } from '../../lib/signin/site';
import { noteSending } from './clear-written';
import type { NavigateEvent } from './guard-address';
import { beginGuard, endGuarding, guardFields, guardSubmits } from './guard-address';
import { isClockRequest } from './read-clock';
import { seeElement } from './see-element';
import type { PageRoot } from './unclobbered';
import { attributeOf, baseAddress, hearing } from './unclobbered';
import type { TextField } from './walk-page';

const QUIET_MS = 40;
const LOOK_AGAIN_AFTER_MS = 500;

/** What a run watches of its page, from its first step to its last. */
export type PageWatch = {
  /** Watches these roots as well: what happens inside a shadow root is not heard outside of it. */
  observe(page: { readonly roots: readonly PageRoot[]; readonly isLarge: boolean }): void;
  /** Remembers what is about to be written, and where, so that no navigation of this document carries it in a URL. */
  guard(fields: readonly TextField[], value: string): void;
  /** What became of the fields since they were written to: something lies over one, or the page has taken the value out. */
  stateOfFields(): 'covered' | 'taken' | 'kept';
  /** Notes that the page has sent what was written by itself. */
  noteSent(): void;
  /** Whether the page did anything with it since: sent a form, went elsewhere, had an answer of the site. */
  hasActed(): boolean;
  /** Resolves after so long, or as soon as the page has acted: it may not live to see the end of it. */
  rest(ms: number): Promise<void>;
  /** Whether a form, or a sign-in to the site's own address, was sent since the last value was written. */
  sent(): boolean;
  /** Forgets answers that came before: those after it are about what is pressed next. */
  expectAnswer(): void;
  /** The HTTP status of the latest answer to the sign-in's own requests, or null; and whether the form was sent there. */
  answer(): Pick<Report, 'status' | 'ofForm'>;
  leaving(): Report['leaving'];
  /** Whether a navigation with a guarded value in its URL was stopped. */
  stoppedLeak(): boolean;
  /** Resolves soon after the page changed, or half a second later: what changes without a trace is seen then. */
  changed(): Promise<void>;
  /** Has whoever waits go on at once: nothing more is written. */
  stop(): void;
  end(): void;
};

/** The status with which this document itself was answered. */
function documentStatus(): number | null {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus || null : null;
}

/** An address without its query; '' where it is none. */
function placeOf(address: string, base?: string): string {
  if (!URL.canParse(address, base)) return '';
  const { origin, pathname } = new URL(address, base);
  return origin + pathname;
}

function attributeOfAny(element: unknown, name: string): string | null {
  return element instanceof Element ? attributeOf(element, name) : null;
}

/** Where a form that is being sent leads. */
function leadsTo({ target, submitter }: SubmitEvent): string {
  const action = attributeOfAny(submitter, 'formaction') || attributeOfAny(target, 'action');
  return placeOf(action || location.href, baseAddress());
}

/** Whether what looks like a form that is sent only closes a dialog, such as one about cookies. */
function closesDialog({ target, submitter }: SubmitEvent): boolean {
  const method = attributeOfAny(submitter, 'formmethod') ?? attributeOfAny(target, 'method');
  return method?.toLowerCase() === 'dialog';
}

/** Begins to watch. `arrived`: this document came as the answer to a press in the one before. */
export function watchPage(arrived: boolean): PageWatch {
  const fresh = new Set<TextField>();
  let latest: readonly TextField[] = [];
  let isLarge = false;
  /** Whether the page told itself of a submit that was none: its handlers may have sent the form. */
  let isEchoed = false;
  let answer: number | null = arrived ? documentStatus() : null;
  // A document that came as an answer is the answer to the form itself.
  let ofForm = arrived;
  let formLeadsTo = '';
  let expectedSince = performance.now();
  let writtenAt = Number.POSITIVE_INFINITY;
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
      const isLogin = isLoginRequest(entry.name);
      const isOfForm = isLogin || placeOf(entry.name) === formLeadsTo;
      // What the form was answered stands, whatever else the page asks for behind it.
      if (isOfForm || !ofForm) {
        answer = entry.responseStatus;
        ofForm = isOfForm;
      }
      sent ||= isLogin && entry.startTime >= writtenAt;
      act();
      wake(QUIET_MS);
    }
  });
  requests.observe({ type: 'resource' });

  // A page that takes long to look through is looked at now and then, however often it changes.
  const mutations = new MutationObserver(() => isLarge || wake(QUIET_MS));

  const onStop = () => {
    leakStopped = true;
    act();
    wake(0);
  };
  const onNavigate = (event: Event) => {
    const { destination, navigationType } = event as NavigateEvent;
    if (leakStopped) {
      // It leads nowhere.
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
  // Heard first, so that it has decided by the time that the next listener asks.
  beginGuard(onStop);
  navigation?.addEventListener('navigate', onNavigate);
  navigation?.addEventListener('navigateerror', onStayed);
  const onSubmit = (event: Event) => {
    // Only the browser says that a form is being sent; a page may say so to itself at any time.
    if (!event.isTrusted) {
      isEchoed = true;
      return;
    }
    if (closesDialog(event as SubmitEvent)) return;
    sent = true;
    formLeadsTo = leadsTo(event as SubmitEvent);
    act();
    // The document may not live to see another task, where the person pressed what leads on.
    wake(0);
  };
  const observed = new Set<PageRoot>();
  const observe: PageWatch['observe'] = page => {
    isLarge = page.isLarge;
    for (const root of page.roots) {
      if (observed.has(root)) continue;
      observed.add(root);
      mutations.observe(root, { subtree: true, childList: true, attributes: true });
      hearing(root).addEventListener('submit', onSubmit, true);
      guardSubmits(hearing(root));
    }
  };
  observe({ roots: [document], isLarge });

  return {
    observe,
    guard(fields, value) {
      guardFields(fields, value);
      latest = fields;
      for (const field of fields) fresh.add(field);
      isEchoed = false;
      writtenAt = performance.now();
      sent = false;
      acted = false;
    },
    stateOfFields() {
      const standing = Array.from(fresh).filter(field => field.isConnected);
      if (standing.some(field => seeElement(field) === 'covered')) return 'covered';
      const isEmptied = latest.every(field => field.isConnected && field.value === '');
      return latest.length > 0 && (isEchoed || isEmptied) ? 'taken' : 'kept';
    },
    noteSent: () => {
      sent = true;
      noteSending();
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
      noteSending();
      fresh.clear();
      latest = [];
      answer = null;
      ofForm = false;
      formLeadsTo = '';
      expectedSince = performance.now();
    },
    answer: () => ({ status: answer, ofForm }),
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
    stop: () => {
      act();
      wake(0);
    },
    end: () => {
      requests.disconnect();
      mutations.disconnect();
      navigation?.removeEventListener('navigate', onNavigate);
      navigation?.removeEventListener('navigateerror', onStayed);
      for (const root of observed) hearing(root).removeEventListener('submit', onSubmit, true);
      fresh.clear();
      endGuarding(onStop);
    },
  };
}
