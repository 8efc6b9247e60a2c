import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { KeyOffer } from '../lib/messages/enrolment-views';
import type { Failure } from '../lib/messages/failures';
import { Act } from './Act';
import { EnrolAccountChoice } from './EnrolAccountChoice';
import type { EnrolWorld } from './enrol-world';
import { StepHeading } from './StepHeading';

type Props = Pick<EnrolWorld, 'accounts' | 'port' | 'say'>;

/** Takes the API key that a page shows: read, seen by its ends, and saved to an account. */
export function EnrolKey({ accounts, port, say }: Props) {
  const [offer, setOffer] = useState<KeyOffer | null>(null);
  const [hasRead, setRead] = useState(false);
  const [chosen, setChosen] = useState((accounts.length === 1 && accounts[0]?.id) || '');

  async function read(): Promise<readonly Failure[]> {
    const reply = await port.readKey();
    setOffer(reply.ok ? reply.value : null);
    if (reply.ok && reply.value.accountId !== null) setChosen(reply.value.accountId);
    setRead(true);
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
  return (
    <>
      <StepHeading key={`heading of ${offer?.fingerprint}`} focused={hasRead}>
        {t('enrol.keyTitle')}
      </StepHeading>
      {offer === null && <p className="hint">{t('enrol.keyText')}</p>}
      {offer !== null && (
        <dl className="facts">
          {offer.signedInAs !== null && <dt>{t('enrol.keySignedInAs')}</dt>}
          {offer.signedInAs !== null && <dd>{offer.signedInAs}</dd>}
          <dt>{t('enrol.key')}</dt>
          <dd className="mono">{`${offer.beginning}…${offer.end}`}</dd>
          <dt>{t('enrol.fingerprint')}</dt>
          <dd className="mono">{offer.fingerprint}</dd>
        </dl>
      )}
      {offer?.signedInAs === null && <p className="hint">{t('enrol.keyWhoseUnknown')}</p>}
      {offer?.kind === 'signing' && <p className="hint">{t('key.signing')}</p>}
      {offer?.knownAs && <p className="hint">{t('enrol.keyKnown', [offer.knownAs])}</p>}
      {offer !== null && <EnrolAccountChoice accounts={accounts} value={chosen} onChoose={setChosen} />}
      {offer !== null && chosen !== '' && (
        <Act label={t('enrol.saveKey')} look="primary wide" about={chosen} onAct={save} />
      )}
      <Act
        label={offer === null ? t('enrol.readKey') : t('enrol.readAgain')}
        look={offer === null ? 'primary wide' : 'wide'}
        onAct={read}
      />
    </>
  );
}
