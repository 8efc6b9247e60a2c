import type { ReactNode } from 'react';
import { t } from '../lib/browser/text';
import type { CopyView } from '../lib/messages/views';
import { hasBytes, placeWords, sizeWords, stateWords } from './copy-words';
import { momentWords } from './moment-words';

type Props = {
  readonly copy: CopyView;
  /** Whether no other copy has a higher number. */
  readonly isNewest: boolean;
  /** What can be done with it. */
  readonly children: ReactNode;
};

/** One place in which a copy of the vault may lie, and what is there. */
export function CopyCard({ copy, isNewest, children }: Props) {
  const { state, generation, savedAtMs, sizeBytes, use } = copy;
  const place = placeWords(copy);
  return (
    <li className="card" aria-label={place}>
      <h2>{place}</h2>
      <p className="copy-state" data-state={state}>
        {stateWords(copy)}
        {use === 'in-use' && <span className="copy-mark">{t('recovery.inUse')}</span>}
        {use === 'same-save' && <span className="copy-mark">{t('recovery.sameSave')}</span>}
        {isNewest && <span className="copy-mark">{t('recovery.newest')}</span>}
      </p>
      {hasBytes(copy) && (
        <dl className="facts">
          <dt>{t('recovery.savedAt')}</dt>
          <dd>{momentWords(savedAtMs)}</dd>
          {generation !== null && (
            <>
              <dt>{t('recovery.saveNumber')}</dt>
              <dd>{generation}</dd>
            </>
          )}
          {sizeBytes !== null && (
            <>
              <dt>{t('recovery.size')}</dt>
              <dd>{sizeWords(sizeBytes)}</dd>
            </>
          )}
        </dl>
      )}
      {children}
    </li>
  );
}
