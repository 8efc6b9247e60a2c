import { useState } from 'react';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { DoorsView } from '../lib/messages/views';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { UnlockLinks } from './UnlockLinks';
import { useDoors } from './use-doors';
import { useLeaveSignal } from './use-leave-signal';
import { useSubmit } from './use-submit';
import { useWait } from './use-wait';
import { WaitNotice } from './WaitNotice';

type Props = {
  readonly readDoors: () => Promise<DoorsView>;
  readonly port: Pick<PasskeyPort, 'prove'>;
  readonly now: () => number;
  readonly onUnlock: (proof: Proof) => Promise<readonly Failure[]>;
  readonly onForgot: () => void;
  /** Where the browser may close this page when a passkey is asked for: the way to a page that it does not. */
  readonly onOpenWindow?: (() => void) | undefined;
  /** Absent where there is no room for it. */
  readonly onCopies?: () => void;
  /** What was asked for while locked and happens once it is unlocked. */
  readonly goesOnWith?: string;
};

/** Asks for the master password, or for a passkey where the vault has one. */
export function UnlockForm({ readDoors, port, now, onUnlock, onOpenWindow, goesOnWith, ...leave }: Props) {
  const [password, setPassword] = useState('');
  const doors = useDoors(readDoors);
  const signal = useLeaveSignal();
  const { wait, isTooSoon, take } = useWait(now);
  const passkeys = doors?.passkeys ?? [];

  async function prove(pressed: string): Promise<readonly Failure[]> {
    if (pressed !== 'passkey') return onUnlock({ type: 'password', password });
    const touched = await port.prove(passkeys, signal);
    return touched.ok ? onUnlock(touched.value) : [failure(touched.error)];
  }
  const { busy, refusals, props } = useSubmit<'password'>({ password }, async pressed =>
    isTooSoon() ? {} : refusalsOf(take(await prove(pressed)), { 'wrong-password': 'password' }),
  );
  return (
    <form {...props} className="form">
      <h1>{t('unlock.title')}</h1>
      {goesOnWith !== undefined && <p>{goesOnWith}</p>}
      <Field
        label={t('password.master')}
        type="password"
        autoComplete="current-password"
        // The one thing this page is opened for.
        focusFirst
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={refusals.password}
      />
      <WaitNotice wait={wait} now={now} />
      <FormError error={refusals.form} />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={busy}>
          {t('unlock.submit')}
        </button>
        {passkeys.length > 0 && (
          <button type="submit" value="passkey" aria-disabled={busy}>
            {t('unlock.byPasskey')}
          </button>
        )}
      </div>
      <UnlockLinks {...leave} onOpenWindow={passkeys.length > 0 ? onOpenWindow : undefined} />
    </form>
  );
}
