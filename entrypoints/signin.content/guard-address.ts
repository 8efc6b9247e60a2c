// Keeps what was written from leaving in an address, where logs and histories keep it. Invariants: past the end of a run no
// value is kept, only which fields were written to: what counts then is what stands in them at that moment, for as long as
// they exist, but for emails, which the person's own links may carry; nothing is stopped but what would carry it.
import { SITE_ORIGIN } from '../../lib/signin/site';
import { carries } from './carried-value';
import { leavesAsGet } from './check-form';
import { noteSending, takeFields } from './clear-written';
import type { TextField } from './walk-page';
import { findWritten } from './written-fields';

export type NavigateEvent = Event & {
  readonly navigationType: string;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
  readonly formData?: FormData | null;
};

/** Shorter than any email or code: addresses are full of what a person may have typed instead. */
const SHORTEST = 6;

const values = new Set<string>();
let onStop = () => {};

/** The keys and codes that stand in the fields that were written to, the boxes of a code as one. */
function standing(): readonly string[] {
  const held = findWritten()
    .map(({ value }) => value)
    .filter(value => !value.includes('@'));
  return [...held, held.filter(({ length }) => length === 1).join('')].filter(({ length }) => length >= SHORTEST);
}

/** What is not to stand in an address. A value that this one holds already, as an invitation's link does the email, is there. */
function guarded(): readonly string[] {
  return [...values, ...standing()].filter(value => !carries(location.href, [value]));
}

function stop(event: Event): void {
  event.preventDefault();
  onStop();
}

function onNavigate(event: Event): void {
  const { destination, formData } = event as NavigateEvent;
  const isOffSite = values.size > 0 && formData != null && new URL(destination.url).origin !== SITE_ORIGIN;
  if (event.cancelable && (isOffSite || carries(destination.url, guarded()))) stop(event);
}

/** Stops a form that nobody else took over. Where it opens another tab, no navigation of this one tells of it. */
function stopGetForm(event: Event): void {
  const { target: form, submitter, defaultPrevented, isTrusted } = event as SubmitEvent;
  // What a page tells itself of sends nothing.
  if (!isTrusted || defaultPrevented || !(form instanceof HTMLFormElement) || !leavesAsGet(form, submitter)) return;
  if (findWritten().some(field => field.form === form && field.value !== '')) stop(event);
}

/** Has the page's own handlers asked first, also those that it added since. */
function askLast({ currentTarget, isTrusted }: Event): void {
  if (isTrusted) noteSending();
  currentTarget?.removeEventListener('submit', stopGetForm);
  currentTarget?.addEventListener('submit', stopGetForm);
}

/** Guards what is sent from a root from now on: the window, or a shadow root. */
export function guardSubmits(root: EventTarget): void {
  root.addEventListener('submit', askLast, true);
}

/** Guards this document from now on. What is stopped is told until the run ends. */
export function beginGuard(tell: () => void): void {
  onStop = tell;
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigate', onNavigate);
}

/** Guards fields, and for the length of the run what is written into them, wherever the page takes it. */
export function guardFields(fields: readonly TextField[], value: string): void {
  values.add(value);
  takeFields(fields);
}

/** Forgets the values, and goes on guarding the fields. Nothing happens where another run has begun meanwhile. */
export function endGuarding(tell: () => void): void {
  if (onStop !== tell) return;
  values.clear();
  onStop = () => {};
}
