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
import { useAnswer } from './use-answer';
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
  /** To the copies of the vault, where both that it works with are damaged. */
  readonly onCopies: () => void;
  /** Whether there is room for a link to them at any time. */
  readonly showsCopies?: boolean;
  /** What was asked for while locked and happens once it is unlocked. */
  readonly goesOnWith?: string;
};

/** Asks for the master password, or for a passkey where the vault has one. */
export function UnlockForm({ readDoors, port, now, onUnlock, onOpenWindow, onCopies, goesOnWith, ...leave }: Props) {
  const { onForgot, showsCopies = false } = leave;
  const [password, setPassword] = useState('');
  const [doors] = useAnswer(readDoors);
  const signal = useLeaveSignal();
  const { wait, isTooSoon, take } = useWait(now);
  const passkeys = doors?.passkeys ?? [];
  const [isDamaged, setDamaged] = useState(false);

  async function prove(pressed: string): Promise<readonly Failure[]> {
    if (pressed !== 'passkey') return onUnlock({ type: 'password', password });
    const touched = await port.prove(passkeys, signal);
    return touched.ok ? onUnlock(touched.value) : [failure(touched.error)];
  }
  const { busy, refusals, props } = useSubmit<'password'>({ password }, async pressed => {
    if (isTooSoon()) return {};
    const failures = take(await prove(pressed));
    const damaged = failures.some(({ code }) => code === 'live-copies-damaged');
    setDamaged(damaged);
    if (damaged && pressed !== 'passkey') return { form: t('unlock.damaged') };
    return refusalsOf(failures, { 'wrong-password': 'password' });
  });
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
        {isDamaged && (
          <button type="button" className="primary" onClick={onCopies}>
            {t('recovery.look')}
          </button>
        )}
        <button type="submit" className={isDamaged ? '' : 'primary'} aria-disabled={busy}>
          {t('unlock.submit')}
        </button>
        {passkeys.length > 0 && (
          <button type="submit" value="passkey" aria-disabled={busy}>
            {t('unlock.byPasskey')}
          </button>
        )}
      </div>
      <UnlockLinks
        onForgot={onForgot}
        onCopies={showsCopies ? onCopies : undefined}
        onOpenWindow={passkeys.length > 0 ? onOpenWindow : undefined}
      />
    </form>
  );
}
