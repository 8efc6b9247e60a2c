import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { nameOfKey } from './key-words';
import { RemoveKey } from './RemoveKey';

/** What can be said of a key's use: each is one act, done at once. */
export type UseActs = {
  readonly onSignIn: () => void;
  readonly onState: (state: 'active' | 'revoked') => void;
  readonly onExposed: (isExposed: boolean) => void;
  readonly onRemove: () => void;
};

type Props = UseActs & {
  readonly keyView: InventoryKeyView;
  /** Whether another key of the account signs in, or could. */
  readonly hasOther: boolean;
};

function whyNotFilled({ kind, purpose, use }: InventoryKeyView): string {
  if (use === 'revoked') return t('keys.whyNotRevoked');
  if (use === 'staged') return t('keys.whyNotStaged');
  if (kind === 'signing') return t('keys.whyNotSigning');
  return purpose === 'integration' ? t('keys.whyNotIntegration') : t('keys.mayFill');
}

/** Whether a key signs in, is revoked, is known to others; and its end. */
export function KeyUse({ keyView, hasOther, onSignIn, onState, onExposed, onRemove }: Props) {
  const { use, isFilled, mayBeFilled, compromisedAtMs } = keyView;
  return (
    <section className="form panel">
      <h2>{t('keys.stateTitle')}</h2>
      <div className="act">
        <p>{isFilled ? t('keys.fills') : whyNotFilled(keyView)}</p>
        {mayBeFilled && !isFilled && (
          <button type="button" onClick={onSignIn}>
            {t('keys.makeFill')}
          </button>
        )}
      </div>
      {use !== 'revoked' && compromisedAtMs === null && (
        <div className="act">
          <p>{t('keys.markExposedText')}</p>
          <button type="button" onClick={() => onExposed(true)}>
            {t('keys.markExposed')}
          </button>
        </div>
      )}
      {use !== 'revoked' && (
        <div className="act">
          <p>{isFilled && !hasOther ? t('keys.lastSignInKey') : t('keys.markRevokedText')}</p>
          <button type="button" onClick={() => onState('revoked')}>
            {t('keys.markRevoked')}
          </button>
        </div>
      )}
      {use !== 'active' && (
        <div className="row">
          <button type="button" onClick={() => onState('active')}>
            {t('keys.markActive')}
          </button>
          <RemoveKey name={nameOfKey(keyView)} onRemove={onRemove} />
        </div>
      )}
      {use === 'active' && <p className="hint">{t('keys.removeFirst')}</p>}
    </section>
  );
}
