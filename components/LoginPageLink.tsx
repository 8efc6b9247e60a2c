import { t } from '../lib/browser/text';
import { LOGIN_URL } from '../lib/signin/site';

/** Why there is no sign-in in the popup of another page, and the way to where there is. */
export function LoginPageLink({
  isUnencrypted,
  onOpen,
}: {
  /** The other page is one of the site, as it came over http. */
  readonly isUnencrypted: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <p className="hint">
      {isUnencrypted ? t('signIn.unencrypted', [LOGIN_URL]) : t('signIn.elsewhere')}{' '}
      <button type="button" className="link" onClick={onOpen}>
        {t('signIn.openPage')}
      </button>
    </p>
  );
}
