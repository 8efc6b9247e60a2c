import type { Interval } from '../../lib/browser/keys-port';
import { t } from '../../lib/browser/text';
import { LINE_CAP_UNITS } from '../../lib/model/key-caps';
import { INTERVAL_DAYS } from '../../lib/model/policy';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import type { Refusals } from '../use-submit';

export const INTERVAL_CHOICES = ['follow', 'own', 'never'] as const;
export type IntervalChoice = (typeof INTERVAL_CHOICES)[number];

/** The fields of an interval as they are typed. */
export type IntervalDraft = {
  readonly choice: IntervalChoice;
  readonly intervalDays: string;
  readonly reason: string;
};

/** An interval as a form is opened on it. */
export function draftOfInterval({ intervalDays, neverDueBecause }: Interval): IntervalDraft {
  const choice = neverDueBecause !== null ? 'never' : intervalDays !== null ? 'own' : 'follow';
  return { choice, intervalDays: intervalDays === null ? '' : String(intervalDays), reason: neverDueBecause ?? '' };
}

/** What was chosen, or what is wrong with it, by field. What stands in a field that was not chosen counts for nothing. */
export function readInterval({
  choice,
  intervalDays,
  reason,
}: IntervalDraft): Result<Interval, Refusals<'intervalDays' | 'reason'>> {
  if (choice === 'follow') return ok({ intervalDays: null, neverDueBecause: null });
  if (choice === 'never') {
    const because = reason.trim();
    if (because === '') return err({ reason: t('keys.intervalReasonEmpty') });
    if (because.length > LINE_CAP_UNITS) return err({ reason: t('keys.intervalReasonLong', [LINE_CAP_UNITS]) });
    return ok({ intervalDays: null, neverDueBecause: because });
  }
  const { least, most } = INTERVAL_DAYS;
  const days = /^\d{1,4}$/.test(intervalDays.trim()) ? Number(intervalDays) : 0;
  if (days < least || days > most) return err({ intervalDays: t('settings.range', [least, most]) });
  return ok({ intervalDays: days, neverDueBecause: null });
}
