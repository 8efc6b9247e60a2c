import { useState } from 'react';
import { answerOrSay } from '../../components/answer-or-say';
import { ChangePasswordForm } from '../../components/ChangePasswordForm';
import { sayChanged } from '../../components/say-changed';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { WaysIn } from '../../components/WaysIn';
import { send } from '../../lib/browser/messaging';
import { canUsePasskeys } from '../../lib/browser/passkey';
import { randomBytes } from '../../lib/browser/random';
import { waysInPort } from '../../lib/browser/ways-in-port';
import type { Failure } from '../../lib/messages/failures';
import { localDateOf } from '../../lib/shared/local-date';

type Props = {
  readonly say: Say;
  /** Rises with every change of the vault, here or in another window: then the list is read again. */
  readonly revision: number;
  /** Hears that steps have begun beside which nothing else is to stand, and that they have ended. */
  readonly onSteps: (areUnderWay: boolean) => void;
};

/** The ways into the vault, and the master password among them. */
export function WaysInSettings({ say, revision, onSteps }: Props) {
  const [waysIn] = useAnswer(() => answerOrSay(send('ways-in.list', {}), say), revision);
  const [hasPasskeys] = useAnswer(canUsePasskeys);
  const [renewing, setRenewing] = useState<'ways-in' | 'password' | null>(null);
  if (waysIn === null || hasPasskeys === null) return null;

  function noteSteps(next: typeof renewing) {
    setRenewing(next);
    onSteps(next !== null);
  }
  const onChanged = (text: string, leftOver: readonly Failure[]) => sayChanged(say, text, leftOver);
  const clock = { today: localDateOf(new Date()), now: Date.now };
  const world = { waysIn, hasPasskeys, port: waysInPort, random: randomBytes, ...clock };
  return (
    <>
      <div className="beside" hidden={renewing === 'password'}>
        <WaysIn
          {...world}
          onSteps={are => noteSteps(are ? 'ways-in' : null)}
          onBegin={say.clear}
          onChanged={onChanged}
          onLeft={say.status}
        />
      </div>
      <div className="beside" hidden={renewing === 'ways-in'}>
        <ChangePasswordForm {...world} onSteps={are => noteSteps(are ? 'password' : null)} onDone={onChanged} />
      </div>
    </>
  );
}
