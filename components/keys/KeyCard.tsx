import { t } from '../../lib/browser/text';
import { isDue } from '../../lib/keys/age';
import { KeyAge } from '../KeyAge';
import type { KeyRow } from './inventory';
import { KeyRotation } from './KeyRotation';
import { dayWords, intervalWords, lifeWords, nameOfKey, placesWords, purposeWords, usedWords } from './key-words';

/** One key in the list: what it is, how it stands, and the way to its own page. */
export function KeyCard({ row }: { readonly row: KeyRow }) {
  const { account, key, rotation } = row;
  const place = `${account.id}/${key.id}`;
  return (
    <li className="key-row" data-use={key.use}>
      <div className="key-head">
        <h3>
          <a href={`#keys/${place}`}>{nameOfKey(key)}</a>
        </h3>
        <p className="hint" title={account.email}>
          {account.label}
        </p>
        {key.label !== '' && <code className="hint">{key.masked}</code>}
        <span className="tag">{purposeWords(key)}</span>
        {key.use === 'staged' && <span className="tag">{t('keys.isStaged')}</span>}
      </div>
      <div className="key-life">
        {key.use === 'active' ? <KeyAge keyView={key} /> : <p className="hint">{lifeWords(key)}</p>}
        {key.snoozedUntil !== null && <p className="hint">{t('keys.putOffUntil', [dayWords(key.snoozedUntil)])}</p>}
        <KeyRotation row={row} />
        {key.use === 'active' && isDue(key) && rotation === null && (
          <a className="button urgent" href={`#rotate/${place}`} aria-label={`${t('keys.rotate')}: ${nameOfKey(key)}`}>
            {t('keys.rotate')}
          </a>
        )}
      </div>
      <dl>
        <div>
          <dt>{t('keys.createdOn')}</dt>
          <dd>{dayWords(key.createdOn)}</dd>
        </div>
        <div>
          <dt>{t('keys.interval')}</dt>
          <dd>
            {intervalWords(key)}
            {key.prescribedDays !== null && <small> {t('keys.intervalManaged', key.prescribedDays)}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('keys.lastUsed')}</dt>
          <dd>{usedWords(key)}</dd>
        </div>
        <div>
          <dt>{t('keys.usedIn')}</dt>
          <dd>{placesWords(key)}</dd>
        </div>
      </dl>
    </li>
  );
}
