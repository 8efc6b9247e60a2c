// The script on the login page. Invariants: it adds no node and listens to nothing that a page can say; it acts only in
// the top frame of the login page, and only inside a run that the worker started, after a gesture or because
// the person chose that (docs/decisions/010-automatic-sign-in.md); it keeps no value.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readTabMessage } from '../../lib/messages/tab-message';
import { isLoginUrl } from '../../lib/signin/site';
import { ask } from './ask';
import { clearWritten } from './clear-written';
import { followRun, leaveRun } from './follow-run';
import { readArrival } from './read-arrival';
import { runtime } from './runtime';
import { watchSubmits } from './watch-submits';

type Reply = (token: string | null) => void;

const isPrerendering = () => 'prerendering' in document && document.prerendering === true;

/** Greets the worker: this document may have a part in the run under way, or begin one. */
async function greet(): Promise<void> {
  const reply = await ask('signin.hello', {});
  if (reply?.runId) void followRun(reply.runId, true);
  else if (reply) void ask('signin.arrived', readArrival());
}

function isSignInDocument(): boolean {
  return window.top === window && window.origin !== 'null' && isLoginUrl(location.href);
}

export default defineContentScript({
  matches: ['https://paramant.app/auth/login*'],
  main() {
    if (!isSignInDocument()) return;
    /** Names this document to the worker, so that what a person asked for here is not carried out on the next one. */
    const documentToken = crypto.randomUUID();
    runtime.onMessage.addListener((raw: unknown, sender: { id?: string; tab?: unknown }, reply: Reply) => {
      const message = readTabMessage(raw);
      // Only the worker of this very extension: pages of ours would have a tab or say so themselves.
      if (message === null || sender.id !== runtime.id || sender.tab !== undefined) return undefined;
      // Wherever the page has put itself since: what was written stands in this document.
      if (message.latchkey === 'clear') {
        leaveRun();
        clearWritten();
      }
      const meant = message.latchkey === 'begin' ? message.documentToken : null;
      const answers = isSignInDocument() && !isPrerendering() && (meant === null || meant === documentToken);
      if (answers && message.latchkey === 'begin') void followRun(message.runId, false);
      reply(answers ? documentToken : null);
      return undefined;
    });
    watchSubmits();
    if (isPrerendering()) document.addEventListener('prerenderingchange', () => void greet(), { once: true });
    else void greet();
    addEventListener('pageshow', ({ persisted, isTrusted }) => {
      // Back from the cache it takes no part in a run; that of the document which it replaces is over.
      if (persisted && isTrusted) void ask('signin.arrived', { isNew: false, isFromSite: true });
    });
  },
});
