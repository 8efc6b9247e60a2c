import { t } from '../lib/browser/text';

/** Why there is no sign-in in the popup of another page, and the way to where there is. */
export function LoginPageLink({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <p className="hint">
      {t('signIn.elsewhere')}{' '}
      <button type="button" className="link" onClick={onOpen}>
        {t('signIn.openPage')}
      </button>
    </p>
  );
}
