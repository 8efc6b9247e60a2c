// Running a reader in the tab that the person has opened the popup over. Invariants: the exact origin and path, the top
// frame and the same document are checked before and after; what comes back is read by a strict schema, as untrusted.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { EnrolmentPage } from '../signin/enrolment-page';
import { enrolmentPageOf } from '../signin/enrolment-page';
import { enrolmentItem } from './enrolment-item';
import type { SeenDocument } from './enrolment-readers/seen-document';
import { findActiveTab } from './login-tab';

/** A tab on one of the pages that something is taken from. */
export type EnrolmentTab = { readonly tabId: number; readonly page: EnrolmentPage };

/** A function that runs in the page, what it is given, and how its answer is read. */
export type Reader<Arguments extends unknown[], Answer> = {
  readonly run: (...given: Arguments) => unknown;
  readonly given: Arguments;
  readonly schema: v.GenericSchema<unknown, Answer>;
};

/** `enrol-not-here`: the tab shows no such page, or not any more. */
export type TabFailure = 'enrol-not-here';

/**
 * The tab in front where it shows one of these pages, or null. Where the popup goes on in a window of its own, the tab that
 * it was opened over.
 */
export async function findEnrolmentTab(): Promise<EnrolmentTab | null> {
  const front = await findActiveTab();
  if (front === null || front.url === null) return null;
  if (!front.url.startsWith(browser.runtime.getURL('/popup.html'))) return judge(front.tabId, front.url);
  const known = await enrolmentItem.read();
  return known && judge(known.tabId, await addressOf(known.tabId));
}

/** The address of a tab; '' where it is not known, or the tab is gone. */
async function addressOf(tabId: number): Promise<string> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    return '';
  }
}

function judge(tabId: number, url: string): EnrolmentTab | null {
  const page = enrolmentPageOf(url);
  return page && { tabId, page };
}

/** Runs a reader in a tab. Where the page has changed meanwhile, whatever it said counts for nothing. */
export function readInTab<Arguments extends unknown[], Answer extends { document: SeenDocument }>(
  { tabId, page }: EnrolmentTab,
  reader: Reader<Arguments, Answer>,
): Promise<Result<Answer, TabFailure>> {
  return readWhere(tabId, url => enrolmentPageOf(url) === page, reader);
}

/** Runs a reader in a tab whose address has to be one that is meant, before and after; else as {@link readInTab}. */
export async function readWhere<Arguments extends unknown[], Answer extends { document: SeenDocument }>(
  tabId: number,
  isMeant: (url: string) => boolean,
  { run, given, schema }: Reader<Arguments, Answer>,
): Promise<Result<Answer, TabFailure>> {
  let answer: unknown;
  try {
    const target = { tabId, frameIds: [0] };
    const [injected] = await browser.scripting.executeScript({ target, func: run, args: given });
    answer = injected?.result;
  } catch {
    // The tab is gone, shows another origin by now, or does not let extensions in.
    return err('enrol-not-here');
  }
  const read = v.safeParse(schema, answer);
  if (!read.success) return err('enrol-not-here');
  const { document } = read.output;
  if (!document.isTop || !isMeant(document.url)) return err('enrol-not-here');
  return isMeant(await addressOf(tabId)) ? ok(read.output) : err('enrol-not-here');
}
