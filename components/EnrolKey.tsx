import { useState } from 'react';
import type { EnrolPort } from '../lib/browser/enrol-port';
import { t } from '../lib/browser/text';
import type { KeyOffer } from '../lib/messages/enrolment-views';
import type { Failure } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import { EnrolAccountChoice } from './EnrolAccountChoice';
import { EnrolAct } from './EnrolAct';
import type { Say } from './use-message';

type Props = { readonly accounts: readonly AccountView[]; readonly port: EnrolPort; readonly say: Say };

/** Takes the API key that a page shows: read, seen by its ends, and saved to an account. */
export function EnrolKey({ accounts, port, say }: Props) {
  const [offer, setOffer] = useState<KeyOffer | null>(null);
  const [chosen, setChosen] = useState((accounts.length === 1 && accounts[0]?.id) || '');

  async function read(): Promise<readonly Failure[]> {
    const reply = await port.readKey();
    setOffer(reply.ok ? reply.value : null);
    return reply.ok ? [] : reply.error;
  }
  async function save(): Promise<readonly Failure[]> {
    if (offer === null) return [];
    const reply = await port.saveKey(offer.fingerprint, chosen);
    if (!reply.ok) return reply.error;
    setOffer(null);
    const { label, isStaged, isRotated } = reply.value;
    if (isRotated) say.status(t('enrol.keyRotated', [label]));
    else say.status(isStaged ? t('enrol.keyStaged', [label]) : t('enrol.keySaved', [label]));
    return [];
  }
  const never = { touchAndSubmit: '', isHeld: false, touch: null };
  return (
    <>
      <h2>{t('enrol.keyTitle')}</h2>
      {offer === null && <p className="hint">{t('enrol.keyText')}</p>}
      {offer !== null && (
        <dl className="facts">
          <dt>{t('enrol.key')}</dt>
          <dd className="mono">{`${offer.beginning}…${offer.end}`}</dd>
          <dt>{t('enrol.fingerprint')}</dt>
          <dd className="mono">{offer.fingerprint}</dd>
        </dl>
      )}
      {offer?.kind === 'signing' && <p className="hint">{t('key.signing')}</p>}
      {offer?.knownAs && <p className="hint">{t('enrol.keyKnown', [offer.knownAs])}</p>}
      {offer !== null && <EnrolAccountChoice accounts={accounts} value={chosen} onChoose={setChosen} />}
      {offer !== null && chosen !== '' && (
        <EnrolAct {...never} submit={t('enrol.saveKey')} isPrimary about={chosen} onAct={save} />
      )}
      <EnrolAct
        {...never}
        submit={offer === null ? t('enrol.readKey') : t('enrol.readAgain')}
        isPrimary={offer === null}
        onAct={read}
      />
    </>
  );
}
