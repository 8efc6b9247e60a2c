import { ForgotForm } from '../../components/ForgotForm';
import { PageHeading } from '../../components/PageHeading';
import { sayChanged } from '../../components/say-changed';
import { useAnswer } from '../../components/use-answer';
import { readDoors } from '../../lib/browser/doors';
import { send } from '../../lib/browser/messaging';
import type { Proof } from '../../lib/browser/passkey-port';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { randomBytes } from '../../lib/browser/random';
import { failureSentence } from '../../lib/browser/sentences';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import { isMade } from '../../lib/messages/failures';
import type { SayAcross } from './Erase';
import { StartOver } from './StartOver';

type Props = {
  /** Says what outlives this page: once the vault is open, another one stands in its place. */
  readonly sayAcross: SayAcross;
  readonly go: (hash: string) => void;
  readonly focusHeading: boolean;
};

/** What a person can do who has no master password any more. */
export function Forgot({ sayAcross, go, focusHeading }: Props) {
  const [doors] = useAnswer(() => readDoors(null));
  const isShut = doors !== null && doors.passkeys.length === 0 && !doors.hasRecoveryCode;

  async function recover(proof: Proof, next: string) {
    const failures = await attempt('vault.recover', { wayIn: proof, next });
    if (isMade(failures)) {
      sayChanged(sayAcross, t('forgot.done'), failures);
      return [];
    }
    const status = await send('vault.status', {});
    const isOpen = status.ok && status.value.phase === 'unlocked';
    if (isOpen) sayAcross.alert([t('forgot.notSet'), ...failures.map(failureSentence)].join(' '));
    return failures;
  }
  if (doors === null) return <p className="hint">{t('page.loading')}</p>;
  return (
    <>
      <PageHeading focused={focusHeading || isShut}>{t('forgot.title')}</PageHeading>
      <p>{isShut ? t('forgot.none') : t('forgot.text')}</p>
      {!isShut && (
        <ForgotForm doors={doors} port={passkeyPort} random={randomBytes} now={Date.now} onRecover={recover} />
      )}
      <details className="panel" open={isShut}>
        <summary>{t('forgot.startOver')}</summary>
        <StartOver sayAcross={sayAcross} go={go} />
      </details>
      <p>
        <a href="#accounts" className="way-on">
          {t('forgot.back')}
        </a>
      </p>
    </>
  );
}
