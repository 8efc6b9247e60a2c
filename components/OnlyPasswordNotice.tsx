import { t } from '../lib/browser/text';
import type { WayInView } from '../lib/messages/views';

type Props = { readonly waysIn: readonly WayInView[]; readonly onMakeCode: () => void };

/** Says that nothing but the master password opens the vault, for as long as that is so. */
export function OnlyPasswordNotice({ waysIn, onMakeCode }: Props) {
  if (waysIn.length === 0 || waysIn.some(({ type }) => type !== 'password')) return null;
  return (
    <div className="notice row">
      <p>{t('accounts.onlyPassword')}</p>
      <button type="button" className="link" onClick={onMakeCode}>
        {t('accounts.makeCode')}
      </button>
    </div>
  );
}
