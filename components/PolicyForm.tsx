import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { INTERVAL_DAYS, LOCK_AFTER_MINUTES, NOTICE_DAYS, type Policy } from '../lib/model/policy';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { type Refusals, useSubmit } from './use-submit';

const RANGES = { lockAfterMinutes: LOCK_AFTER_MINUTES, intervalDays: INTERVAL_DAYS, noticeDays: NOTICE_DAYS } as const;
type Name = keyof typeof RANGES;
const NAMES: readonly Name[] = ['lockAfterMinutes', 'intervalDays', 'noticeDays'];

type Props = {
  readonly policy: Policy;
  readonly onSave: (policy: Policy) => Promise<readonly Failure[]>;
  readonly onDone: () => void;
};

/** When it locks, and when a key's rotation is due. */
export function PolicyForm({ policy, onSave, onDone }: Props) {
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>({
    lockAfterMinutes: String(policy.lockAfterMinutes),
    intervalDays: String(policy.intervalDays),
    noticeDays: String(policy.noticeDays),
  });
  const { busy, refusals, props } = useSubmit<Name>(typed, async () => {
    const problems: Refusals<Name> = {};
    for (const name of NAMES) {
      const { least, most } = RANGES[name];
      const inRange = /^\d+$/.test(typed[name]) && Number(typed[name]) >= least && Number(typed[name]) <= most;
      if (!inRange) problems[name] = t('settings.range', [least, most]);
    }
    if (Object.keys(problems).length > 0) return problems;
    const failures = await onSave({
      ...policy,
      lockAfterMinutes: Number(typed.lockAfterMinutes),
      intervalDays: Number(typed.intervalDays),
      noticeDays: Number(typed.noticeDays),
    });
    if (failures.length === 0) onDone();
    return refusalsOf(failures);
  });

  const field = (name: Name, label: string, hint: string) => (
    <Field
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={RANGES[name].least}
      max={RANGES[name].most}
      value={typed[name]}
      onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      error={refusals[name]}
    />
  );
  return (
    <form {...props} className="form panel">
      <h2>{t('settings.lockTitle')}</h2>
      {field('lockAfterMinutes', t('settings.lockAfter'), t('settings.lockAfterHint'))}
      {field('intervalDays', t('settings.interval'), t('settings.intervalHint'))}
      {field('noticeDays', t('settings.notice'), t('settings.noticeHint'))}
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('settings.save')}
      </button>
    </form>
  );
}
