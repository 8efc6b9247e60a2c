import { useState } from 'react';
import type { KeysPort } from '../../lib/browser/keys-port';
import { t } from '../../lib/browser/text';
import { isDue } from '../../lib/keys/age';
import type { LocalDate } from '../../lib/shared/local-date';
import { KeyAge } from '../KeyAge';
import { PageHeading } from '../PageHeading';
import { useAnswer } from '../use-answer';
import type { Say } from '../use-message';
import { BackToKeys } from './BackToKeys';
import { Integrations } from './Integrations';
import type { KeyRow } from './inventory';
import { KeyCopies } from './KeyCopies';
import { KeyForm } from './KeyForm';
import { KeyHistory } from './KeyHistory';
import { KeyRotation } from './KeyRotation';
import { canBePutOff, KeySnooze } from './KeySnooze';
import { KeyUse } from './KeyUse';
import { lifeWords, purposeWords } from './key-words';
import { ShownKey } from './ShownKey';
import { useKeyActs } from './use-key-acts';

type Props = {
  readonly row: KeyRow;
  /** Whether another key of its account could sign in. */
  readonly hasOther: boolean;
  /** Rises with every change of the vault. */
  readonly revision: number;
  readonly today: LocalDate;
  readonly makeId: () => string;
  readonly port: KeysPort;
  readonly say: Say;
  readonly focusHeading: boolean;
  /** Hears that the key was removed. */
  readonly onGone: () => void;
};

/** Everything about one key. */
export function KeyPage({ row, hasOther, revision, today, makeId, port, say, ...page }: Props) {
  const { account, key, rotation } = row;
  const place = { accountId: account.id, keyId: key.id };
  // What happens to a key changes no vault, so a copy made here is a reason of its own to ask again.
  const [copies, setCopies] = useState(0);
  const [history] = useAnswer(() => port.history(place), revision + copies);
  const { onSnooze, ...acts } = useKeyActs(place, key, port, say, page.onGone);
  const asksNow = key.use === 'active' && (isDue(key) || key.state === 'overdue');

  async function noteUse<T>(use: Promise<T>): Promise<T> {
    const used = await use;
    setCopies(count => count + 1);
    return used;
  }
  return (
    <>
      <BackToKeys />
      <section className="key-top panel">
        <div>
          <PageHeading focused={page.focusHeading}>{key.label || t('keys.unnamed', [account.label])}</PageHeading>
          <p className="hint">
            <a href={`#keys/${account.id}`}>{account.label}</a> · {purposeWords(key)}
          </p>
        </div>
        {key.use === 'active' ? <KeyAge keyView={key} /> : <p>{lifeWords(key)}</p>}
        {key.state === 'compromised' && key.use !== 'revoked' && (
          <div className="warning">
            <p>{t('keys.exposedText')}</p>
            <div className="row">
              <button type="button" onClick={() => acts.onExposed(false)}>
                {t('keys.notExposed')}
              </button>
            </div>
          </div>
        )}
        <KeyRotation row={row} />
        {key.use === 'active' && rotation === null && (
          <p>
            <a className={asksNow ? 'button urgent' : 'button'} href={`#rotate/${account.id}/${key.id}`}>
              {t('keys.rotate')}
            </a>
          </p>
        )}
        {canBePutOff(key) && <KeySnooze keyView={key} onSnooze={onSnooze} />}
        <ShownKey masked={key.masked} onReveal={() => noteUse(port.reveal(place))} />
        <KeyCopies onCopy={format => noteUse(port.copy(place, format))} say={say} />
      </section>
      <div className="key-parts">
        <div className="key-column">
          <KeyForm
            keyView={key}
            today={today}
            onSave={edit => port.edit(place, edit)}
            onSaved={() => say.status(t('keys.saved'))}
          />
          <KeyUse {...acts} keyView={key} hasOther={hasOther} />
        </div>
        <div className="key-column">
          <Integrations
            keyView={key}
            makeId={makeId}
            onSave={(integrations, before) =>
              port.edit(place, {
                changes: { integrations: [...integrations] },
                opened: { integrations: [...before] },
              })
            }
            say={say}
          />
          <KeyHistory events={history?.ok ? history.value : []} />
        </div>
      </div>
    </>
  );
}
