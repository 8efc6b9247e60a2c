// Compiled and never run: the compiler is the test. A line behind `@ts-expect-error` that compiles after all is an error.
import type { CheckedInput } from '../../lib/messages/protocol';
import type { Handlers } from './router';

export const told: Pick<Handlers, 'vault.lock' | 'signin.hello'> = {
  // @ts-expect-error a handler of pages is told of no document
  'vault.lock': async (_: CheckedInput<'vault.lock'>, document: { readonly tabId: number }) => {
    return document.tabId > 0 ? { ok: true, value: null } : { ok: false, error: [] };
  },
  'signin.hello': async (_, document) => ({ ok: true, value: { runId: document.documentId } }),
};

export const wrongReply: Pick<Handlers, 'vault.lock'> = {
  // @ts-expect-error the row promises null
  'vault.lock': async () => ({ ok: true, value: 'locked' }),
};

// @ts-expect-error a row without a handler
export const incomplete: Handlers = told;
