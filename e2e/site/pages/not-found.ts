import type { Html } from '../html';
import { html, writePage } from '../html';

/** The page for an address or a link that leads nowhere. */
export function writeNotFound(): Html {
  return writePage({ title: 'Not found', content: html`<h1>Not found</h1><p>There is nothing at this address.</p>` });
}
