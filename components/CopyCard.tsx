import type { ReactNode } from 'react';
import { t } from '../lib/browser/text';
import type { CopyView } from '../lib/messages/views';
import { hasBytes, placeWords, sizeWords, stateWords } from './copy-words';
import { momentWords } from './moment-words';

/** One place in which a copy of the vault may lie, and what is there. `children` is what can be done with it. */
export function CopyCard({ copy, children }: { readonly copy: CopyView; readonly children: ReactNode }) {
  const { state, generation, savedAtMs, sizeBytes, isOpen } = copy;
  const place = placeWords(copy);
  return (
    <li className="card" aria-label={place}>
      <h2>{place}</h2>
      <p className="copy-state" data-state={state}>
        {stateWords(copy)}
        {isOpen && <span className="copy-open">{t('recovery.openNow')}</span>}
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
