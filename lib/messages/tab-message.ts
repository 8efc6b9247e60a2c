/** What the worker says to the script on the login page: is it there, and begin a run. */
export type TabMessage =
  | { readonly latchkey: 'are-you-there' }
  | { readonly latchkey: 'begin'; readonly runId: string };

/** The message in what arrived, or null where it is none. Plain checks: the script has no room for a schema library. */
export function readTabMessage(message: unknown): TabMessage | null {
  if (typeof message !== 'object' || message === null || !('latchkey' in message)) return null;
  if (message.latchkey === 'are-you-there') return { latchkey: 'are-you-there' };
  if (message.latchkey !== 'begin' || !('runId' in message) || typeof message.runId !== 'string') return null;
  return { latchkey: 'begin', runId: message.runId };
}
