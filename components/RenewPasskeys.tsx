import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { TouchedPasskey } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import type { TouchedPasskeys } from './RenewKeySteps';
import { RenewPasskeyItem } from './RenewPasskeyItem';
import { StepHeading } from './StepHeading';
import { useLeaveSignal } from './use-leave-signal';

type Props = {
  /** Which step it is, in a sentence; null where there is no other. */
  readonly where: string | null;
  readonly passkeys: readonly WayInView[];
  readonly hasPasskeys: boolean;
  readonly port: Pick<WaysInPort, 'touchAnew'>;
  readonly onDecided: (touched: TouchedPasskeys) => void;
  readonly onCancel: () => void;
};

/** Asks for each passkey, since a new vault key can be wrapped by one that is at hand only. What is not, is dropped. */
export function RenewPasskeys({ where, passkeys, hasPasskeys, port, onDecided, onCancel }: Props) {
  const headingId = useId();
  const signal = useLeaveSignal();
  const section = useRef<HTMLElement>(null);
  const [decided, setDecided] = useState<ReadonlyMap<string, TouchedPasskey | 'dropped'>>(new Map());
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);

  // The button that was pressed is gone: on to the next one that is undecided, or to what leads on.
  useLayoutEffect(() => {
    if (decided.size === 0) return;
    section.current?.querySelector<HTMLElement>('[data-decided="false"] button, button.primary')?.focus();
  }, [decided]);

  function decide(id: string, decision: TouchedPasskey | 'dropped') {
    setErrors(new Map());
    setDecided(map => new Map(map).set(id, decision));
  }
  async function touch({ id, choice }: WayInView) {
    if (busy || choice === null) return;
    setBusy(true);
    const touched = await port.touchAnew(choice, signal);
    setBusy(false);
    if (touched.ok) decide(id, touched.value);
    else setErrors(new Map([[id, failureSentence(failure(touched.error))]]));
  }
  function goOn() {
    const open = passkeys.filter(({ id }) => !decided.has(id));
    setErrors(new Map(open.map(({ id }) => [id, hasPasskeys ? t('renewal.undecided') : t('renewal.untouchable')])));
    if (open.length > 0) section.current?.querySelector<HTMLElement>('[data-decided="false"] button')?.focus();
    else onDecided(new Map([...decided].flatMap(([id, made]) => (made === 'dropped' ? [] : [[id, made] as const]))));
  }
  return (
    <section className="form panel" ref={section} aria-labelledby={headingId} aria-busy={busy}>
      <StepHeading id={headingId} focused>
        {t('renewal.passkeysTitle')}
      </StepHeading>
      {where !== null && <p className="hint">{where}</p>}
      <p>{t('renewal.passkeysText')}</p>
      {!hasPasskeys && <p>{t('waysIn.noPasskeys')}</p>}
      <ul className="renewed">
        {passkeys.map(passkey => (
          <RenewPasskeyItem
            key={passkey.id}
            name={passkey.name}
            decision={decided.get(passkey.id) ?? null}
            error={errors.get(passkey.id)}
            busy={busy}
            {...(hasPasskeys ? { onTouch: () => void touch(passkey) } : {})}
            onDrop={() => decide(passkey.id, 'dropped')}
          />
        ))}
      </ul>
      <div className="row">
        <button type="button" className="primary" onClick={goOn}>
          {t('renewal.next')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </div>
    </section>
  );
}
