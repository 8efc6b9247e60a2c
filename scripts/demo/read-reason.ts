import type { Latchkey } from '../../e2e/harness/launch';
import type { LastRun } from '../../e2e/harness/read-state';
import { readSessionStorage } from '../../e2e/harness/read-state';
import { sentenceNameOf } from '../../lib/messages/sentence-key';
import locale from '../../locales/en.json' with { type: 'json' };

const SENTENCES: Readonly<Record<string, string>> = locale.outcome;
const WORDS: Readonly<Record<string, string>> = locale.value;

/** How Latchkey says its last sign-in ended, or null where it has not ended. */
export async function readReason(latchkey: Latchkey): Promise<string | null> {
  const { lastRun } = await readSessionStorage(latchkey);
  return lastRun === undefined ? null : writeReason(lastRun as LastRun);
}

function writeReason({ outcome, details }: LastRun): string {
  const sentence = SENTENCES[sentenceNameOf(outcome)] ?? outcome;
  return details.reduce((text, detail, index) => text.replaceAll(`$${index + 1}`, WORDS[detail] ?? detail), sentence);
}
