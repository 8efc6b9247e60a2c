import { HeldSettings } from '../../components/HeldSettings';
import { sayChanged } from '../../components/say-changed';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { heldPort } from '../../lib/browser/held-port';
import { randomBytes } from '../../lib/browser/random';
import { localDateOf } from '../../lib/shared/local-date';

type Props = {
  readonly say: Say;
  /** Rises with every change of the vault: then what holds accounts is read again. */
  readonly revision: number;
  readonly heldUntilMs: number | null;
};

/** What opens passkey-held accounts. Absent until a passkey holds one. */
export function HeldAccounts({ say, revision, heldUntilMs }: Props) {
  const [reading] = useAnswer(heldPort.read, revision);
  if (reading === null || reading.held === null) return null;
  return (
    <HeldSettings
      held={reading.held}
      canTouch={reading.canTouch}
      port={heldPort}
      random={randomBytes}
      today={localDateOf(new Date())}
      now={Date.now}
      heldUntilMs={heldUntilMs}
      onChanged={(text, leftOver) => sayChanged(say, text, leftOver)}
      onLeft={say.status}
    />
  );
}
