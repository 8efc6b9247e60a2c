import { useState } from 'react';
import type { Interval } from '../../lib/browser/keys-port';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import { FormError } from '../FormError';
import { refusalsOf } from '../refusals';
import { useSubmit } from '../use-submit';
import { IntervalFields } from './IntervalFields';
import type { IntervalDraft } from './interval-draft';
import { draftOfInterval, readInterval } from './interval-draft';

type Props = {
  readonly interval: Interval;
  readonly onSave: (interval: Interval) => Promise<readonly Failure[]>;
  readonly onSaved: () => void;
};

/** The interval of an account, for those of its keys that have none of their own. */
export function AccountIntervalForm({ interval, onSave, onSaved }: Props) {
  const [draft, setDraft] = useState(() => draftOfInterval(interval));
  const { busy, refusals, props } = useSubmit<keyof IntervalDraft>(draft, async () => {
    const read = readInterval(draft);
    if (!read.ok) return read.error;
    const failures = await onSave(read.value);
    if (failures.length === 0) onSaved();
    return refusalsOf(failures);
  });
  return (
    <form {...props} className="form panel">
      <h2>{t('keys.accountTitle')}</h2>
      <p className="hint">{t('keys.accountText')}</p>
      <IntervalFields
        legend={t('keys.intervalGroupOfAccount')}
        follow={t('keys.intervalFollowSettings')}
        draft={draft}
        refusals={refusals}
        onType={typed => setDraft({ ...draft, ...typed })}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('keys.intervalSave')}
      </button>
    </form>
  );
}
