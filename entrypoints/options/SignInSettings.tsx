import { useEffect, useState } from 'react';
import { SignInModeForm } from '../../components/SignInModeForm';
import { sayChanged } from '../../components/say-changed';
import { useDoors } from '../../components/use-doors';
import type { Say } from '../../components/use-message';
import { readDoors } from '../../lib/browser/doors';
import { send } from '../../lib/browser/messaging';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import type { SignInMode } from '../../lib/model/policy';

type Props = {
  readonly say: Say;
  /** Rises with every change of the vault, here or in another window: then it is read again. */
  readonly revision: number;
};

/** How far a sign-in goes. */
export function SignInSettings({ say, revision }: Props) {
  const [mode, setMode] = useState<SignInMode | null>(null);
  const doors = useDoors(() => readDoors(null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is the reason to ask again.
  useEffect(() => {
    void send('policy.read', {}).then(reply => {
      if (reply.ok) setMode(reply.value.signInMode);
      else say.failures(reply.error);
    });
  }, [revision]);
  if (mode === null || doors === null) return null;
  return (
    <SignInModeForm
      mode={mode}
      choices={doors.passkeys}
      port={passkeyPort}
      now={Date.now}
      onSave={(next, proof) => attempt('policy.set-sign-in-mode', { mode: next, proof })}
      onSaved={(next, leftOver) => {
        setMode(next);
        sayChanged(say, t('mode.saved'), leftOver);
      }}
    />
  );
}
