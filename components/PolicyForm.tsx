import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { ManagedPolicy } from '../lib/model/managed';
import { tightenPolicy } from '../lib/model/managed';
import type { Policy } from '../lib/model/policy';
import { INTERVAL_DAYS, LOCK_AFTER_MINUTES, NOTICE_DAYS } from '../lib/model/policy';
import { Field } from './Field';
import { FormError } from './FormError';
import { ManagedNotice } from './ManagedNotice';
import { refusalsOf } from './refusals';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';

type Name = 'lockAfterMinutes' | 'intervalDays' | 'noticeDays';
type Range = { readonly least: number; readonly most: number };

/** What may be chosen: what makes sense, less what an organisation leaves of it. */
function rangesUnder(managed: ManagedPolicy): Readonly<Record<Name, Range>> {
  const { maximumLockAfterMinutes, maximumIntervalDays, minimumNoticeDays } = managed;
  return {
    lockAfterMinutes: { ...LOCK_AFTER_MINUTES, ...(maximumLockAfterMinutes && { most: maximumLockAfterMinutes }) },
    intervalDays: { ...INTERVAL_DAYS, ...(maximumIntervalDays && { most: maximumIntervalDays }) },
    noticeDays: { ...NOTICE_DAYS, ...(minimumNoticeDays && { least: minimumNoticeDays }) },
  };
}

const NAMES: readonly Name[] = ['lockAfterMinutes', 'intervalDays', 'noticeDays'];

type Props = {
  readonly policy: Policy;
  readonly managed: ManagedPolicy;
  readonly onSave: (policy: Policy) => Promise<readonly Failure[]>;
  readonly onDone: () => void;
};

/** When it locks, and when a key's rotation is due. Where an organisation prescribes some of it, what holds is shown. */
export function PolicyForm({ policy, managed, onSave, onDone }: Props) {
  const ranges = rangesUnder(managed);
  const held = tightenPolicy(policy, managed);
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>({
    lockAfterMinutes: String(held.lockAfterMinutes),
    intervalDays: String(held.intervalDays),
    noticeDays: String(held.noticeDays),
  });
  const { busy, refusals, props } = useSubmit<Name>(typed, async () => {
    const problems: Refusals<Name> = {};
    for (const name of NAMES) {
      const { least, most } = ranges[name];
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

  const rangeOf = (name: Name): [number, number] => [ranges[name].least, ranges[name].most];
  const field = (name: Name, label: string, hint: string) => (
    <Field
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={ranges[name].least}
      max={ranges[name].most}
      value={typed[name]}
      onChange={event => setTyped({ ...typed, [name]: event.target.value })}
      error={refusals[name]}
    />
  );
  return (
    <form {...props} className="form panel">
      <h2>{t('settings.lockTitle')}</h2>
      <ManagedNotice managed={managed} />
      {field('lockAfterMinutes', t('settings.lockAfter'), t('settings.lockAfterHint', rangeOf('lockAfterMinutes')))}
      {field('intervalDays', t('settings.interval'), t('settings.rangeHint', rangeOf('intervalDays')))}
      {field('noticeDays', t('settings.notice'), t('settings.rangeHint', rangeOf('noticeDays')))}
      <FormError error={refusals.form} />
      <button type="submit" className="primary" aria-disabled={busy}>
        {t('settings.save')}
      </button>
    </form>
  );
}
