/**
 * What the worker says to the script on the login page: is it there; begin a run, if this is the document of that name
 * (null where none is known yet); leave the run, and take out of the page what was written.
 */
export type TabMessage =
  | { readonly latchkey: 'are-you-there' }
  | { readonly latchkey: 'clear' }
  | { readonly latchkey: 'begin'; readonly runId: string; readonly documentToken: string | null };

/** The message in what arrived, or null where it is none. Plain checks: the script has no room for a schema library. */
export function readTabMessage(message: unknown): TabMessage | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'latchkey')) return null;
  const { latchkey, runId, documentToken } = message as Record<string, unknown>;
  if (latchkey === 'are-you-there' || latchkey === 'clear') return { latchkey };
  if (latchkey !== 'begin' || typeof runId !== 'string') return null;
  return documentToken === null || typeof documentToken === 'string' ? { latchkey, runId, documentToken } : null;
}
