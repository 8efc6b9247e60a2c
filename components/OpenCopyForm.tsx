import { useState } from 'react';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { DoorsView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';
import { err, ok } from '../lib/shared/result';
import { Field } from './Field';
import { FormEnd } from './FormEnd';
import { RecoveryCodeField } from './RecoveryCodeField';
import { recoveryCodeProof } from './recovery-code-proof';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useAnswer } from './use-answer';
import { useLeaveSignal } from './use-leave-signal';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';

type Name = 'password' | 'code';

const BLAME = { 'wrong-password': 'password', 'wrong-recovery-code': 'code' } as const;

type Props = {
  /** Whether another copy is damaged, and would be written over before anybody looked at it. */
  readonly someAreDamaged: boolean;
  /** Whether a later version wrote another copy, which is left alone unless the person gives it up. */
  readonly someAreNewer: boolean;
  /** What opens this copy, which may be older than the present ways in. */
  readonly readDoors: () => Promise<DoorsView>;
  readonly port: Pick<PasskeyPort, 'prove'>;
  readonly now: () => number;
  readonly onOpen: (proof: Proof, overNewer: boolean) => Promise<readonly Failure[]>;
  readonly onOpened: OnChanged;
  readonly onCancel: () => void;
};

/** Says what opening a copy does, and asks for a way into it. */
export function OpenCopyForm({ someAreDamaged, someAreNewer, readDoors, port, now, onCancel, ...props }: Props) {
  const { onOpen, onOpened } = props;
  const [doors] = useAnswer(readDoors);
  const signal = useLeaveSignal();
  const { wait, isTooSoon, take } = useWait(now);
  const [byCode, setByCode] = useState(false);
  const [overNewer, setOverNewer] = useState(false);
  const [typed, setTyped] = useState({ password: '', code: '' });
  const passkeys = doors?.passkeys ?? [];

  async function present(pressed: string): Promise<Result<Proof, Refusals<Name>>> {
    if (pressed === 'passkey') {
      const touched = await port.prove(passkeys, signal);
      return touched.ok ? touched : err({ form: failureSentence(failure(touched.error)) });
    }
    if (!byCode) return ok({ type: 'password', password: typed.password });
    const read = recoveryCodeProof(typed.code);
    return read.ok ? read : err({ code: read.error });
  }
  const {
    busy,
    refusals,
    props: form,
  } = useSubmit<Name>(typed, async pressed => {
    if (isTooSoon()) return {};
    const proof = await present(pressed);
    if (!proof.ok) return proof.error;
    return settleChange(await onOpen(proof.value, overNewer), BLAME, onOpened, take);
  });
  return (
    <form {...form} className="form">
      <p>{t('recovery.openText')}</p>
      {someAreDamaged && <p>{t('recovery.openDamaged')}</p>}
      {byCode ? (
        <RecoveryCodeField
          label={t('waysIn.recoveryCode')}
          hint={t('forgot.codeHint')}
          value={typed.code}
          onChange={code => setTyped({ ...typed, code })}
          error={refusals.code}
          focusFirst
        />
      ) : (
        <Field
          label={t('password.master')}
          hint={t('recovery.passwordHint')}
          type="password"
          autoComplete="current-password"
          focusFirst
          value={typed.password}
          onChange={event => setTyped({ ...typed, password: event.target.value })}
          error={refusals.password}
        />
      )}
      {doors?.hasRecoveryCode && (
        <button type="button" className="link" onClick={() => setByCode(!byCode)}>
          {byCode ? t('recovery.byPassword') : t('recovery.byCode')}
        </button>
      )}
      {someAreNewer && (
        <label className="check">
          <input type="checkbox" checked={overNewer} onChange={event => setOverNewer(event.target.checked)} />
          {t('recovery.overNewer')}
        </label>
      )}
      <WaitNotice wait={wait} now={now} />
      <FormEnd error={refusals.form} submit={t('recovery.openSubmit')} busy={busy} onCancel={onCancel}>
        {passkeys.length > 0 && (
          <button type="submit" value="passkey" aria-disabled={busy}>
            {t('forgot.byPasskey')}
          </button>
        )}
      </FormEnd>
    </form>
  );
}
