import type { GeneratedI18nStructure } from '#i18n';
import type { Failure, FailureCode } from '../messages/failures';
import type { SentenceName } from '../messages/sentence-key';
import { sentenceNameOf } from '../messages/sentence-key';
import type { Notice, NoticeCode } from '../messages/views';
import type { Hint, HintCode } from '../signin/advice';
import type { Outcome, OutcomeCode } from '../signin/outcome';
import { clockTime } from './clock-time';
import { t } from './text';

type SentenceKey =
  | `failure.${SentenceName<FailureCode>}`
  | `outcome.${SentenceName<OutcomeCode>}`
  | `notice.${SentenceName<NoticeCode>}`
  | `hint.${SentenceName<HintCode>}`;

/** The locale key of a code, for example `failure.wrongPassword`. */
export function sentenceKeyOf(area: 'failure' | 'outcome' | 'notice' | 'hint', code: string): SentenceKey {
  return `${area}.${sentenceNameOf(code)}` as SentenceKey;
}

/** What is wrong and what to do, in one sentence. */
export function failureSentence({ code, details }: Pick<Failure, 'code' | 'details'>): string {
  return say(sentenceKeyOf('failure', code), code === 'signin-limited' ? details.map(timeOf) : details);
}

/** How a sign-in ended, in one sentence. */
export function outcomeSentence({ code, details }: Outcome): string {
  const words = details.map(code === 'limited' ? timeOf : wordOf);
  return say(sentenceKeyOf('outcome', code), code === 'rejected' ? [oneOf(words)] : words);
}

/** What may stand behind how a sign-in ended. */
export function hintSentence({ code, details }: Hint): string {
  return say(sentenceKeyOf('hint', code), details);
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

const NAMED = ['email', 'key', 'code', 'behind', 'ahead'] as const;

/** What Latchkey has a name for goes by it in the person's language; anything else is a number or the page's own words. */
function wordOf(detail: string): string {
  const name = NAMED.find(known => known === detail);
  return name === undefined ? detail : t(`value.${name}`);
}

/** One of several, nobody knows which. */
function oneOf([first = '', second, third]: readonly string[]): string {
  if (second === undefined) return first;
  return third === undefined ? t('value.oneOfTwo', [first, second]) : t('value.oneOfThree', [first, second, third]);
}

/** A time of the day, where a sentence names one: it comes in milliseconds since 1970. */
function timeOf(ms: string): string {
  return clockTime(Number(ms));
}
