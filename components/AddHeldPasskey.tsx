import { useState } from 'react';
import type { HeldPort, HeldTouch } from '../lib/browser/held-port';
import type { Proof, TouchedPasskey } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import type { HeldView } from '../lib/messages/views';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useLeaveSignal } from './use-leave-signal';

type Props = {
  readonly held: HeldView;
  readonly touch: HeldTouch;
  readonly port: Pick<HeldPort, 'prove' | 'make' | 'addPasskey'>;
  readonly onAdded: (name: string, ...rest: Parameters<OnChanged>) => void;
  /** Hears whether a passkey was made that opens nothing. */
  readonly onCancel: (isMade: boolean) => void;
};

/** Adds a passkey that holds accounts, once another one was touched. */
export function AddHeldPasskey({ held, touch, port, onAdded, onCancel }: Props) {
  const signal = useLeaveSignal();
  const [name, setName] = useState('');
  // Made once: a wrong password after it is no reason to have the person make another one.
  const [made, setMade] = useState<TouchedPasskey | null>(null);
  const names = held.passkeys.map(passkey => ({
    id: passkey.wrapId,
    type: 'passkey' as const,
    name: passkey.name,
    choice: passkey,
  }));

  async function make(): Promise<TouchedPasskey | string> {
    if (made !== null) return made;
    const touched = await port.make(name.trim(), held.passkeys, signal);
    if (!touched.ok) return failureSentence(failure(touched.error));
    setMade(touched.value);
    return touched.value;
  }
  async function add(proof: Proof) {
    const passkey = await make();
    if (typeof passkey === 'string') return { form: passkey };
    const failures = await port.addPasskey({ proof, touch, name: name.trim(), passkey });
    return settleChange(failures, { 'wrong-password': 'password' }, leftOver => onAdded(name.trim(), leftOver));
  }
  return (
    <ProveWayIn
      title={t('held.add')}
      text={t('held.addText')}
      submit={t('waysIn.addSubmit')}
      choices={[]}
      port={port}
      values={{ name }}
      check={() => checkWayInName(name, names)}
      onProven={add}
      onCancel={() => onCancel(made !== null)}
    >
      {refusals => (
        <>
          <Field
            label={t('waysIn.name')}
            hint={t('waysIn.nameHint')}
            focusFirst
            autoComplete="off"
            value={name}
            onChange={event => setName(event.target.value)}
            error={refusals.name}
          />
          {made !== null && <p role="status">{t('waysIn.made')}</p>}
        </>
      )}
    </ProveWayIn>
  );
}
