import { answerOrSay } from '../../components/answer-or-say';
import { SignInModeForm } from '../../components/SignInModeForm';
import { sayChanged } from '../../components/say-changed';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { readDoors } from '../../lib/browser/doors';
import { send } from '../../lib/browser/messaging';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';

type Props = {
  readonly say: Say;
  /** Rises with every change of the vault, here or in another window: then it is read again. */
  readonly revision: number;
};

/** How far a sign-in goes. */
export function SignInSettings({ say, revision }: Props) {
  const [policy] = useAnswer(() => answerOrSay(send('policy.read', {}), say), revision);
  const [doors] = useAnswer(() => readDoors(null));
  if (policy === null || doors === null) return null;
  return (
    <SignInModeForm
      mode={policy.signInMode}
      choices={doors.passkeys}
      port={passkeyPort}
      now={Date.now}
      onSave={(next, proof) => attempt('policy.set-sign-in-mode', { mode: next, proof })}
      onSaved={leftOver => sayChanged(say, t('mode.saved'), leftOver)}
    />
  );
}
