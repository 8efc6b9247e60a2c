import { useState } from 'react';
import type { Proof, TouchedPasskey } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import { failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import { useLeaveSignal } from './use-leave-signal';
import { passkeysIn } from './ways-in-words';

type Props = {
  readonly waysIn: readonly WayInView[];
  readonly port: Pick<WaysInPort, 'prove' | 'make' | 'addPasskey'>;
  readonly onAdded: (name: string, ...rest: Parameters<OnChanged>) => void;
  /** Hears whether a passkey was made that opens nothing. */
  readonly onCancel: (isMade: boolean) => void;
};

/** Adds a passkey: its name, who is there, the browser's prompt. */
export function AddPasskeyForm({ waysIn, port, onAdded, onCancel }: Props) {
  const signal = useLeaveSignal();
  const [name, setName] = useState('');
  // Made once: a wrong password after it is no reason to have the person make another one.
  const [made, setMade] = useState<TouchedPasskey | null>(null);
  const known = passkeysIn(waysIn);

  async function make(): Promise<TouchedPasskey | string> {
    if (made !== null) return made;
    const touched = await port.make(name.trim(), known, signal);
    if (!touched.ok) return failureSentence(failure(touched.error));
    setMade(touched.value);
    return touched.value;
  }
  async function add(proof: Proof) {
    const passkey = await make();
    if (typeof passkey === 'string') return { form: passkey };
    const failures = await port.addPasskey(proof, name.trim(), passkey);
    return settleChange(failures, { 'wrong-password': 'password' }, leftOver => onAdded(name.trim(), leftOver));
  }
  return (
    <ProveWayIn
      title={t('waysIn.add')}
      text={t('waysIn.addText')}
      submit={t('waysIn.addSubmit')}
      choices={known}
      port={port}
      values={{ name }}
      check={() => checkWayInName(name, waysIn)}
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
