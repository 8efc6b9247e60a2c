import { useEffect, useState } from 'react';
import type { EnrolPort } from '../lib/browser/enrol-port';
import type { HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AuthenticatorOffer } from '../lib/messages/enrolment-views';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { TouchWorld } from './EnrolAct';
import { EnrolAct } from './EnrolAct';
import { EnrolFinish } from './EnrolFinish';
import { EnrolOffer } from './EnrolOffer';
import type { Say } from './use-message';

type Props = {
  readonly accounts: readonly AccountView[];
  /** The account that the page's authenticator was saved to, or null before that. */
  readonly saved: AccountView | null;
  readonly touch: TouchWorld;
  readonly port: EnrolPort;
  readonly say: Say;
};

/** Takes the authenticator of a set-up page: read, seen and agreed to, saved, confirmed, and its backup codes kept. */
export function EnrolSetup({ accounts, saved, touch, port, say }: Props) {
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null);
  const [wasSaved, setWasSaved] = useState(false);
  useEffect(() => {
    if (saved !== null) setWasSaved(true);
  }, [saved]);

  async function read(): Promise<readonly Failure[]> {
    const reply = await port.readAuthenticator();
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
    return <EnrolFinish account={saved} touch={touch} port={port} say={say} onReadAgain={() => read()} />;
  }
  if (offer === null && wasSaved) {
    return (
      <>
        <h2>{t('enrol.doneTitle')}</h2>
        <p className="hint">{t('enrol.doneText')}</p>
      </>
    );
  }
  return (
    <>
      <h2>{t('enrol.setupTitle')}</h2>
      {offer === null ? (
        <p className="hint">{t('enrol.setupText')}</p>
      ) : (
        <EnrolOffer key={offer.fingerprint} offer={offer} accounts={accounts} touch={touch} onSave={save} />
      )}
      <EnrolAct
        submit={offer === null ? t('enrol.read') : t('enrol.readAgain')}
        touchAndSubmit=""
        isPrimary={offer === null}
        isHeld={false}
        touch={null}
        onAct={read}
      />
    </>
  );
}
