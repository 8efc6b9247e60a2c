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
  return known && lookAgain(known.tabId);
}

async function lookAgain(tabId: number): Promise<EnrolmentTab | null> {
  try {
    const { url } = await browser.tabs.get(tabId);
    return judge(tabId, url ?? '');
  } catch {
    return null;
  }
}

function judge(tabId: number, url: string): EnrolmentTab | null {
  const page = enrolmentPageOf(url);
  return page && { tabId, page };
}

/** Runs a reader in a tab. Where the page has changed meanwhile, whatever it said counts for nothing. */
export async function readInTab<Arguments extends unknown[], Answer extends { document: SeenDocument }>(
  { tabId, page }: EnrolmentTab,
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
  const isMeant = document.isTop && enrolmentPageOf(document.url) === page;
  const after = await lookAgain(tabId);
  return isMeant && after?.page === page ? ok(read.output) : err('enrol-not-here');
}
