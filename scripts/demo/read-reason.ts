import type { Latchkey } from '../../e2e/harness/launch';
import { sentenceNameOf } from '../../lib/messages/sentence-key';
import locale from '../../locales/en.json' with { type: 'json' };

type LastRun = { readonly outcome: string; readonly details: readonly string[] };

const SENTENCES: Readonly<Record<string, string>> = locale.outcome;
const WORDS: Readonly<Record<string, string>> = locale.value;

/** How Latchkey says its last sign-in ended, or null where it has not ended. */
export async function readReason(latchkey: Latchkey): Promise<string | null> {
  const worker = await latchkey.worker();
  const stored = await worker.evaluate(() => chrome.storage.session.get('lastRun'));
  const lastRun = stored.lastRun as LastRun | undefined;
  return lastRun === undefined ? null : writeReason(lastRun);
}

function writeReason({ outcome, details }: LastRun): string {
  const sentence = SENTENCES[sentenceNameOf(outcome)] ?? outcome;
  return details.reduce((text, detail, index) => text.replaceAll(`$${index + 1}`, WORDS[detail] ?? detail), sentence);
}
