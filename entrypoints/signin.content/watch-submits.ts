// Sign-ins that the page sends, whoever pressed: the site refuses the sixth within a quarter of an hour, and Latchkey can
// only warn of it by counting those made by hand too. What goes to the worker is when, and nothing else.
import { isLoginRequest } from '../../lib/signin/site';
import { ask } from './ask';
import { attributeOf, findAllIn } from './unclobbered';

const REFUSED_AS_TOO_MANY = 429;

/** Whether a form leaves as a sign-in without the help of a script: it posts, and holds the code. */
function carriesCode(form: HTMLFormElement): boolean {
  const posts = attributeOf(form, 'method')?.toLowerCase() === 'post';
  return posts && findAllIn(form, 'input[autocomplete~="one-time-code"]').length > 0;
}

/** Watches for sign-ins that this document sends, for as long as it lives. */
export function watchSubmits(): void {
  const tell = (startedAt: number) =>
    void ask('signin.submitted', { agoMs: Math.max(0, performance.now() - startedAt) }).catch(() => null);
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || !isLoginRequest(entry.name)) continue;
      if (!['fetch', 'xmlhttprequest'].includes(entry.initiatorType)) continue;
      // One that was refused for that very reason is not counted.
      if (entry.responseStatus !== REFUSED_AS_TOO_MANY) tell(entry.startTime);
    }
  }).observe({ type: 'resource' });
  addEventListener('submit', event => {
    const { target, defaultPrevented, isTrusted } = event;
    if (isTrusted && target instanceof HTMLFormElement && !defaultPrevented && carriesCode(target))
      tell(performance.now());
  });
}
