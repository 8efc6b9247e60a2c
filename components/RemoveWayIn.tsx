import { useState } from 'react';
import type { Proof } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { WayInView } from '../lib/messages/views';
import type { Settle } from './ProveWayIn';
import { ProveWayIn } from './ProveWayIn';
import type { RenewalWorld } from './RenewKeySteps';
import { RenewKeySteps, takesSteps } from './RenewKeySteps';
import { RenewOffer } from './RenewOffer';
import type { OnChanged } from './settle-change';
import { passkeysIn } from './ways-in-words';

type Props = RenewalWorld & {
  readonly wayIn: WayInView;
  readonly waysIn: readonly WayInView[];
  readonly port: WaysInPort;
  readonly onRemoved: OnChanged;
  readonly onCancel: () => void;
};

/** Takes a passkey or the recovery code away, with a new vault key unless the person declines. */
export function RemoveWayIn({ wayIn, waysIn, onRemoved, onCancel, ...world }: Props) {
  const { hasPasskeys, port, now } = world;
  const [renews, setRenews] = useState(true);
  const [password, setPassword] = useState<string | null>(null);
  const isPasskey = wayIn.type === 'passkey';
  const others = waysIn.filter(({ id }) => id !== wayIn.id);
  const isLedOn = renews && takesSteps(others);
  if (password !== null) {
    return (
      <RenewKeySteps
        {...world}
        waysIn={waysIn}
        leaving={wayIn}
        password={password}
        nextPassword={null}
        onRenewed={onRemoved}
        onCancel={onCancel}
      />
    );
  }
  async function remove(proof: Proof, settle: Settle) {
    // The password of a vault with a new key is wrapped anew, so it has to be typed.
    if (!renews || proof.type !== 'password') return settle(await port.remove(proof, wayIn.id), onRemoved);
    if (!isLedOn) {
      const renewal = { proof, password: proof.password, passkeys: [], recoveryCode: null };
      return settle(await port.renewKey(renewal), onRemoved);
    }
    setPassword(proof.password);
    return {};
  }
  return (
    <ProveWayIn
      title={isPasskey ? t('waysIn.removePasskey', [wayIn.name]) : t('waysIn.removeCode')}
      text={isPasskey ? t('waysIn.removePasskeyText') : t('waysIn.removeCodeText')}
      submit={isLedOn ? t('renewal.next') : t('waysIn.remove')}
      submitClass={isLedOn ? 'primary' : 'urgent'}
      choices={hasPasskeys && !renews ? passkeysIn(waysIn) : []}
      port={port}
      now={now}
      onProven={remove}
      onCancel={onCancel}
    >
      {() => <RenewOffer waysIn={others} checked={renews} onChange={setRenews} />}
    </ProveWayIn>
  );
}
