// Who speaks. Invariant: decided from what the browser says of the sender, and never from a word of the message.
import type { Caller } from '../../lib/messages/row';
import { isLoginUrl, SITE_ORIGIN } from '../../lib/signin/site';

/** What the browser says of a sender; every field may be missing. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};

/** The document that a message of the login page came from. */
export type LoginDocument = { readonly tabId: number; readonly documentId: string; readonly url: string };

export type IdentifiedCaller =
  | { readonly caller: Extract<Caller, 'page'> }
  | { readonly caller: Extract<Caller, 'login-page'>; readonly document: LoginDocument };

const PAGES: readonly string[] = ['/popup.html', '/options.html'];

/**
 * Names the sender, or null where it is nobody who may speak: another extension, a web page, a frame, a prerendered or
 * cached document, a page of ours that is not in the table. `ownBaseUrl` is `runtime.getURL('')` without its last slash.
 */
export function identifyCaller(sender: Sender, ownId: string, ownBaseUrl: string): IdentifiedCaller | null {
  const { url, origin, frameId } = sender;
  if (sender.id !== ownId || url === undefined) return null;
  // Chromium numbers no frame where there is no tab, as in the popup; what has another number sits in somebody's page.
  if (frameId !== undefined && frameId !== 0) return null;

  const pageUrl = url.split(/[?#]/u, 1)[0];
  if (PAGES.some(page => pageUrl === ownBaseUrl + page)) {
    return origin === undefined || origin === ownBaseUrl ? { caller: 'page' } : null;
  }

  const tabId = sender.tab?.id;
  const { documentId, documentLifecycle } = sender;
  if (!isLoginUrl(url) || (origin !== undefined && origin !== SITE_ORIGIN)) return null;
  if (frameId !== 0 || tabId === undefined || documentId === undefined) return null;
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return null;
  return { caller: 'login-page', document: { tabId, documentId, url } };
}
