import { SecondFactor } from '../../components/SecondFactor';
import { sayChanged } from '../../components/say-changed';
import type { Say } from '../../components/use-message';
import type { HeldReading } from '../../lib/browser/held-port';
import { heldPort } from '../../lib/browser/held-port';
import { randomBytes } from '../../lib/browser/random';
import type { AccountView } from '../../lib/messages/views';
import { localDateOf } from '../../lib/shared/local-date';

type Props = {
  readonly account: AccountView;
  readonly accounts: readonly AccountView[];
  readonly reading: HeldReading;
  readonly say: Say;
};

/** Whether a passkey holds an account's authenticator. */
export function AccountSecondFactor({ account, accounts, reading, say }: Props) {
  return (
    <SecondFactor
      account={account}
      isAnyHeld={accounts.some(({ isHeld }) => isHeld)}
      reading={reading}
      port={heldPort}
      random={randomBytes}
      today={localDateOf(new Date())}
      now={Date.now}
      onChanged={(text, leftOver) => sayChanged(say, text, leftOver)}
      onLeft={say.status}
    />
  );
}
