import { useState } from 'react';
import type { HeldTouch } from '../lib/browser/held-port';
import { noticeSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { AuthenticatorOffer } from '../lib/messages/enrolment-views';
import type { Failure } from '../lib/messages/failures';
import { isSameEmail } from '../lib/model/email';
import { EnrolAccountChoice, NEW_ACCOUNT } from './EnrolAccountChoice';
import { EnrolAct } from './EnrolAct';
import type { EnrolWorld } from './enrol-world';

type Props = Pick<EnrolWorld, 'accounts' | 'touch'> & {
  readonly offer: AuthenticatorOffer;
  /** Saves it to an account, or to a new one where that is null. */
  readonly onSave: (accountId: string | null, touch: HeldTouch | null) => Promise<readonly Failure[]>;
};

/** What a set-up page shows, without its secret, and where it would go. */
export function EnrolOffer({ offer, accounts, touch, onSave }: Props) {
  const [chosen, setChosen] = useState(offer.accountId ?? (accounts.length === 0 ? NEW_ACCOUNT : ''));
  const account = accounts.find(({ id }) => id === chosen) ?? null;
  const isOther = account !== null && !isSameEmail(account.email, offer.email);
  return (
    <>
      <dl className="facts">
        <dt>{t('enrol.email')}</dt>
        <dd>{offer.email}</dd>
        <dt>{t('enrol.issuer')}</dt>
        <dd>{offer.issuer}</dd>
        <dt>{t('enrol.kind')}</dt>
        <dd>{t('enrol.kindText', [String(offer.digits), String(offer.periodSeconds), offer.algorithm])}</dd>
        <dt>{t('enrol.fingerprint')}</dt>
        <dd className="mono">{offer.fingerprint}</dd>
      </dl>
      {offer.notices.map(notice => (
        <p className="hint" key={notice.code}>
          {noticeSentence(notice)}
        </p>
      ))}
      <EnrolAccountChoice
        accounts={accounts}
        value={chosen}
        newFor={offer.accountId === null ? offer.email : undefined}
        onChoose={setChosen}
      />
      {isOther && <p className="hint">{t('enrol.otherEmail', [account.email, offer.email])}</p>}
      {account?.hasAuthenticator && <p className="hint">{t('enrol.earlierStays')}</p>}
      {chosen !== '' && (
        <EnrolAct
          key={chosen}
          submit={t('enrol.save')}
          touchAndSubmit={t('enrol.touchAndSave')}
          isPrimary
          isHeld={account?.isHeld ?? false}
          touch={touch}
          onAct={given => onSave(account?.id ?? null, given)}
        />
      )}
    </>
  );
}
