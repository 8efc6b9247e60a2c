import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import { Act } from '../Act';

type Props = { readonly accountId: string; readonly port: Pick<RotationPort, 'step'> };

/** Leads to the set-up of the authenticator that comes with an operator's key: the popup does it, over the site's page. */
export function AuthenticatorStep({ accountId, port }: Props) {
  return (
    <>
      <p>{t('rotation.authenticatorText')}</p>
      <Act
        label={t('rotation.authenticatorSet')}
        look="primary"
        onAct={() => port.step(accountId, { do: 'authenticator-set' })}
      />
    </>
  );
}
