import { useId, useState } from 'react';
import type { Proof } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { PasskeyChoice } from '../lib/messages/views';
import type { SignInMode } from '../lib/model/policy';
import { SIGN_IN_MODES } from '../lib/model/policy';
import { FormError } from './FormError';
import { ProveWayIn } from './ProveWayIn';
import { refusalsOf } from './refusals';
import type { OnChanged } from './settle-change';
import { useSubmit } from './use-submit';

type Props = Pick<Parameters<typeof ProveWayIn>[0], 'port' | 'now'> & {
  /** How far a sign-in goes now. */
  readonly mode: SignInMode;
  /** The passkeys that prove as well as the password who turns the automatic one on. */
  readonly choices: readonly PasskeyChoice[];
  readonly onSave: (mode: SignInMode, proof: Proof | null) => Promise<readonly Failure[]>;
  readonly onSaved: OnChanged;
};

/** How far a sign-in goes. The one that needs no gesture takes a way in to turn on: an open vault alone does not allow it. */
export function SignInModeForm({ mode, choices, onSave, onSaved, ...world }: Props) {
  const headingId = useId();
  const [picked, setPicked] = useState(mode);
  const [isProving, setIsProving] = useState(false);
  const form = useSubmit<never>({}, async () => {
    if (picked === 'automatic' && mode !== 'automatic') {
      setIsProving(true);
      return {};
    }
    const failures = await onSave(picked, null);
    if (failures.length === 0) onSaved([]);
    return refusalsOf<never>(failures);
  });
  if (isProving) {
    const onChanged: OnChanged = leftOver => {
      setIsProving(false);
      onSaved(leftOver);
    };
    return (
      <ProveWayIn
        {...world}
        title={t('mode.turnOn')}
        text={t('mode.turnOnText')}
        submit={t('mode.turnOn')}
        choices={choices}
        onProven={async (proof, settle) => settle(await onSave('automatic', proof), onChanged)}
        onCancel={() => setIsProving(false)}
      />
    );
  }
  return (
    <form {...form.props} className="form panel" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('mode.title')}</h2>
      <fieldset className="modes" aria-labelledby={headingId}>
        {SIGN_IN_MODES.map(choice => (
          <ModeChoice key={choice} mode={choice} checked={picked === choice} onPick={() => setPicked(choice)} />
        ))}
      </fieldset>
      <FormError error={form.refusals.form} />
      <button type="submit" className="primary" aria-disabled={form.busy}>
        {picked === 'automatic' && mode !== 'automatic' ? t('mode.next') : t('mode.save')}
      </button>
    </form>
  );
}

const WORDS = {
  full: { label: 'mode.full', hint: 'mode.fullHint' },
  fill: { label: 'mode.fill', hint: 'mode.fillHint' },
  automatic: { label: 'mode.automatic', hint: 'mode.automaticHint' },
} as const satisfies Readonly<Record<SignInMode, unknown>>;

type ChoiceProps = { readonly mode: SignInMode; readonly checked: boolean; readonly onPick: () => void };

function ModeChoice({ mode, checked, onPick }: ChoiceProps) {
  const id = useId();
  return (
    <div className="mode">
      <input
        type="radio"
        id={id}
        name="sign-in-mode"
        checked={checked}
        onChange={onPick}
        aria-describedby={`${id}-hint`}
      />
      <label htmlFor={id}>{t(WORDS[mode].label)}</label>
      <div className="hint" id={`${id}-hint`}>
        <p>{t(WORDS[mode].hint)}</p>
        {mode === 'automatic' && <p className="warning">{t('mode.automaticWarning')}</p>}
      </div>
    </div>
  );
}
