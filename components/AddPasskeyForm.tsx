import { useState } from 'react';
import type { PasskeyPort, Proof, TouchedPasskey } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { NewPasskey } from '../lib/browser/ways-in-port';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { PasskeyChoice } from '../lib/messages/views';
import { checkWayInName } from './check-way-in-name';
import { Field } from './Field';
import type { Settle } from './ProveWayIn';
import { ProveWayIn } from './ProveWayIn';
import type { OnChanged } from './settle-change';
import { useLeaveSignal } from './use-leave-signal';

type Props = {
  readonly title: string;
  /** What is asked for and what for, in one or two sentences. */
  readonly text: string;
  /** The passkeys that will do as proof instead of the password; none where only the password will. */
  readonly choices: readonly PasskeyChoice[];
  /** Those that are there already, none of which is to be made once more. */
  readonly known: readonly PasskeyChoice[];
  /** The names that are taken. */
  readonly names: readonly string[];
  readonly port: Pick<PasskeyPort, 'prove' | 'make'>;
  readonly now: () => number;
  readonly onAdd: (made: NewPasskey) => Promise<readonly Failure[]>;
  readonly onAdded: (name: string, ...rest: Parameters<OnChanged>) => void;
  /** Hears whether a passkey was made that opens nothing. */
  readonly onCancel: (isMade: boolean) => void;
};

/** Adds a passkey: its name, who is there, the browser's prompt. */
export function AddPasskeyForm({ title, text, choices, known, names, port, now, onAdd, onAdded, onCancel }: Props) {
  const signal = useLeaveSignal();
  const [name, setName] = useState('');
  // Made once: a wrong password after it is no reason to have the person make another one.
  const [made, setMade] = useState<TouchedPasskey | null>(null);

  async function make(): Promise<TouchedPasskey | string> {
    if (made !== null) return made;
    const touched = await port.make(name.trim(), known, signal);
    if (!touched.ok) return failureSentence(failure(touched.error));
    setMade(touched.value);
    return touched.value;
  }
  async function add(proof: Proof, settle: Settle) {
    const passkey = await make();
    if (typeof passkey === 'string') return { form: passkey };
    const failures = await onAdd({ proof, name: name.trim(), passkey });
    return settle(failures, leftOver => onAdded(name.trim(), leftOver));
  }
  return (
    <ProveWayIn
      title={title}
      text={text}
      submit={t('waysIn.addSubmit')}
      choices={choices}
      port={port}
      now={now}
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
