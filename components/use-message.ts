import { useCallback, useState } from 'react';
import { failureSentence } from '../lib/browser/sentences';
import type { Failure } from '../lib/messages/failures';
import type { Message } from './message';

/** How the parts of a page speak through its one message line. */
export type Say = {
  readonly status: (text: string) => void;
  readonly failures: (failures: readonly Failure[]) => void;
  readonly alert: (text: string) => void;
  /** Takes the last sentence away, where what comes next has nothing to do with it. */
  readonly clear: () => void;
};

/** What a page said last, and the ways to say the next sentence. */
export type Speaking = { readonly message: Message | null; readonly say: Say };

/** The latest sentence of a page, and the ways to say the next one. */
export function useMessage(now: () => number): Speaking {
  const [message, setMessage] = useState<Message | null>(null);
  const status = useCallback((text: string) => setMessage({ kind: 'status', text, atMs: now() }), [now]);
  const alert = useCallback((text: string) => setMessage({ kind: 'alert', text, atMs: now() }), [now]);
  const failures = useCallback((found: readonly Failure[]) => alert(found.map(failureSentence).join(' ')), [alert]);
  const clear = useCallback(() => setMessage(null), []);
  return { message, say: { status, failures, alert, clear } };
}
