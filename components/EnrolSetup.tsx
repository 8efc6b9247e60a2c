import { useEffect, useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AuthenticatorOffer } from '../lib/messages/enrolment-views';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { Act } from './Act';
import { EnrolFinish } from './EnrolFinish';
import { EnrolOffer } from './EnrolOffer';
import type { EnrolWorld } from './enrol-world';
import { StepHeading } from './StepHeading';

type Props = EnrolWorld & {
  /** The account that the page's authenticator was saved to, or null before that. */
  readonly saved: AccountView | null;
  readonly isCodeFilled: boolean;
};

/** Takes the authenticator of a set-up page: read, seen and agreed to, saved, confirmed, and its backup codes kept. */
export function EnrolSetup({ accounts, saved, isCodeFilled, touch, port, say }: Props) {
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null);
  const [wasSaved, setWasSaved] = useState(false);
  // What is pressed here makes way for the next step, and the focus goes along to its heading.
  const [hasActed, setActed] = useState(false);
  useEffect(() => {
    if (saved !== null) setWasSaved(true);
  }, [saved]);

  async function read(): Promise<readonly Failure[]> {
    const reply = await port.readAuthenticator();
    setActed(true);
    setOffer(reply.ok ? reply.value : null);
    return reply.ok ? [] : reply.error;
  }
  async function save(accountId: string | null, given: HeldTouch | null): Promise<readonly Failure[]> {
    if (offer === null) return [];
    const reply = await port.saveAuthenticator(offer.fingerprint, accountId, given);
    if (!reply.ok) return reply.error;
    setOffer(null);
    say.status(t('enrol.saved', [reply.value.label]));
    return [];
  }
  if (offer === null && saved !== null) {
    return (
      <EnrolFinish account={saved} {...{ isCodeFilled, touch, port, say }} focusHeading={hasActed} onReadAgain={read} />
    );
  }
  if (offer === null && wasSaved) {
    return (
      <>
        <StepHeading focused>{t('enrol.doneTitle')}</StepHeading>
        <p className="hint">{t('enrol.doneText')}</p>
      </>
    );
  }
  return (
    <>
      <StepHeading key={`heading of ${offer?.fingerprint}`} focused={offer !== null}>
        {t('enrol.setupTitle')}
      </StepHeading>
      {offer === null ? (
        <p className="hint">{t('enrol.setupText')}</p>
      ) : (
        <EnrolOffer key={offer.fingerprint} offer={offer} accounts={accounts} touch={touch} onSave={save} />
      )}
      <Act
        label={offer === null ? t('enrol.read') : t('enrol.readAgain')}
        look={offer === null ? 'primary wide' : 'wide'}
        onAct={read}
      />
    </>
  );
}
