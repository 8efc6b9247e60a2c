import type { GeneratedI18nStructure } from '#i18n';
import type { Failure, FailureCode } from '../messages/failures';
import { type SentenceName, sentenceNameOf } from '../messages/sentence-key';
import type { Notice, NoticeCode } from '../messages/views';
import type { Outcome, OutcomeCode } from '../signin/outcome';
import { t } from './text';

type SentenceKey =
  | `failure.${SentenceName<FailureCode>}`
  | `outcome.${SentenceName<OutcomeCode>}`
  | `notice.${SentenceName<NoticeCode>}`;

/** The locale key of a code, for example `failure.wrongPassword`. */
export function sentenceKeyOf(area: 'failure' | 'outcome' | 'notice', code: string): SentenceKey {
  return `${area}.${sentenceNameOf(code)}` as SentenceKey;
}

/** What is wrong and what to do, in one sentence. */
export function failureSentence({ code, details }: Pick<Failure, 'code' | 'details'>): string {
  return say(sentenceKeyOf('failure', code), details);
}

/** How a sign-in ended, in one sentence. */
export function outcomeSentence({ code, details }: Outcome): string {
  return say(sentenceKeyOf('outcome', code), details.map(wordOf));
}

/** What was done with an input that its owner may not expect. */
export function noticeSentence({ code, details }: Notice): string {
  return say(sentenceKeyOf('notice', code), details);
}

/** How many words a sentence names depends on its code, which is known at run time only: the one untyped call of `t`. */
function say(key: SentenceKey, details: readonly string[]): string {
  const translate: (key: EverySentenceIsThere, details: string[]) => string = t as never;
  return translate(key, [...details]);
}

/** Does not compile where a code has no sentence in the locale files. */
type EverySentenceIsThere = SentenceKey extends keyof GeneratedI18nStructure ? SentenceKey : never;

/** The three values of a sign-in go by their names in the person's language; anything else is the page's own words. */
function wordOf(detail: string): string {
  return detail === 'email' || detail === 'key' || detail === 'code' ? t(`value.${detail}`) : detail;
}
