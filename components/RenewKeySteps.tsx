import { useEffect, useState } from 'react';
import type { TouchedPasskey } from '../lib/browser/passkey-port';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { WayInView } from '../lib/messages/views';
import { base64Encode } from '../lib/shared/base64';
import type { Bytes, RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { RenewPasskeys } from './RenewPasskeys';
import { RenewRecoveryCode } from './RenewRecoveryCode';
import { RenewSummary } from './RenewSummary';
import { stepWords } from './renewal-words';
import type { OnChanged } from './settle-change';

/** The passkeys that open the vault afterwards, by the id of their way in. */
export type TouchedPasskeys = ReadonlyMap<string, TouchedPasskey>;

/** What every form that leads to a new vault key hands through to its steps. */
export type RenewalWorld = {
  readonly hasPasskeys: boolean;
  readonly port: Pick<WaysInPort, 'touchAnew' | 'renewKey'>;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  /** Hears that the steps have begun, and that they have ended: they stand alone on their page. */
  readonly onSteps?: (areUnderWay: boolean) => void;
};

type Props = RenewalWorld & {
  readonly waysIn: readonly WayInView[];
  /** The one that goes in any case, and is not asked about. */
  readonly leaving?: WayInView;
  /** The master password as far as it was typed, and the one that takes its place, or null where it stays. */
  readonly password: string;
  readonly nextPassword: string | null;
  readonly onRenewed: OnChanged;
  readonly onCancel: () => void;
};

/** Whether a new vault key takes any step but the password: whether there is something to touch or to drop. */
export function takesSteps(waysIn: readonly WayInView[]): boolean {
  return waysIn.some(({ type }) => type !== 'password');
}

/** Makes a new vault key: each passkey is touched or dropped, the recovery code made anew or dropped, then all is named. */
export function RenewKeySteps(props: Props) {
  const { waysIn, leaving, password, nextPassword, hasPasskeys, port, random, today, now, onRenewed, onCancel } = props;
  // As they are now, so that one which another window adds meanwhile is named among those that are dropped.
  const remaining = waysIn.filter(({ id }) => id !== leaving?.id);
  const passkeys = remaining.filter(({ type }) => type === 'passkey');
  const hadCode = remaining.some(({ type }) => type === 'recovery');
  const [touched, setTouched] = useState<TouchedPasskeys | null>(passkeys.length === 0 ? new Map() : null);
  const [asksForCode] = useState(hadCode);
  const [asksForTouches] = useState(touched === null);
  const steps = [asksForTouches, asksForCode, true].filter(Boolean).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once when it begins, and once when it ends.
  useEffect(() => {
    props.onSteps?.(true);
    return () => props.onSteps?.(false);
  }, []);

  if (touched === null) {
    return (
      <RenewPasskeys
        {...{ passkeys, hasPasskeys, port, onCancel }}
        where={stepWords(1, steps)}
        onDecided={setTouched}
      />
    );
  }
  const kept = passkeys.flatMap(wayIn => {
    const passkey = touched.get(wayIn.id);
    return passkey === undefined ? [] : [{ wayIn, passkey }];
  });
  const renew = (current: string, newCode: Bytes | null) =>
    port.renewKey({
      proof: { type: 'password', password: current },
      password: nextPassword ?? current,
      passkeys: kept.map(({ wayIn, passkey }) => ({ id: wayIn.id, ...passkey })),
      recoveryCode: newCode && base64Encode(newCode),
    });
  const dropped = passkeys.filter(({ id }) => !touched.has(id));
  const summary = (newCode: Bytes | null) => (
    <RenewSummary
      where={stepWords(steps, steps)}
      kept={kept.map(({ wayIn }) => wayIn)}
      dropped={leaving === undefined ? dropped : [leaving, ...dropped]}
      recoveryCode={{ had: hadCode, has: newCode !== null }}
      isNewPassword={nextPassword !== null}
      password={password}
      now={now}
      onRenew={current => renew(current, newCode)}
      onRenewed={onRenewed}
      onCancel={onCancel}
    />
  );
  if (!asksForCode) return summary(null);
  return (
    <RenewRecoveryCode {...{ random, today, onCancel }} where={stepWords(steps - 1, steps)}>
      {summary}
    </RenewRecoveryCode>
  );
}
