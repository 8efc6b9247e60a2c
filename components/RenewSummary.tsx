import { useId, useState } from 'react';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { StepHeading } from './StepHeading';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';
import { wordsForWayIn } from './ways-in-words';

type Props = {
  /** Which step it is, in a sentence; null where there is no other. */
  readonly where: string | null;
  readonly kept: readonly WayInView[];
  readonly dropped: readonly WayInView[];
  readonly recoveryCode: { readonly had: boolean; readonly has: boolean };
  readonly isNewPassword: boolean;
  /** The present master password as far as it was typed. */
  readonly password: string;
  readonly now: () => number;
  readonly onRenew: (password: string) => Promise<readonly Failure[]>;
  readonly onRenewed: OnChanged;
  readonly onCancel: () => void;
};

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="names">
        {names.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

/** Names what will open the vault and what will not, before it is so. */
export function RenewSummary({ where, kept, dropped, recoveryCode, isNewPassword, onCancel, ...props }: Props) {
  const { now, onRenew, onRenewed } = props;
  const headingId = useId();
  const [password, setPassword] = useState(props.password);
  const { wait, isTooSoon, take } = useWait(now);
  const {
    busy,
    refusals,
    props: form,
  } = useSubmit<'password'>({ password }, async () => {
    if (password === '') return { password: t('waysIn.passwordNeeded') };
    if (isTooSoon()) return {};
    return settleChange(await onRenew(password), { 'wrong-password': 'password' }, onRenewed, take);
  });
  const opens = [
    isNewPassword ? t('renewal.newPassword') : t('password.master'),
    ...kept.map(wordsForWayIn),
    ...(recoveryCode.has ? [t('renewal.newCode')] : []),
  ];
  const opensNoLonger = [
    ...(isNewPassword ? [t('renewal.oldPassword')] : []),
    ...dropped.map(wordsForWayIn),
    ...(recoveryCode.had ? [t('renewal.oldCode')] : []),
  ];
  return (
    <form {...form} className="form panel" aria-labelledby={headingId}>
      <StepHeading id={headingId} focused>
        {t('renewal.summaryTitle')}
      </StepHeading>
      {where !== null && <p className="hint">{where}</p>}
      <NameList title={t('renewal.opens')} names={opens} />
      {opensNoLonger.length > 0 && <NameList title={t('renewal.opensNoLonger')} names={opensNoLonger} />}
      <p className="hint">{t('renewal.older')}</p>
      <Field
        label={isNewPassword ? t('password.current') : t('password.master')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={refusals.password}
      />
      <WaitNotice wait={wait} now={now} />
      <FormEnd
        error={refusals.form}
        submit={isNewPassword ? t('renewal.submitPassword') : t('renewal.submit')}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
