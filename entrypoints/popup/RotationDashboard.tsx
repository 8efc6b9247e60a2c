import type { Say } from '../../components/use-message';
import { useReading } from '../../components/use-reading';
import { hasDashboardAddress } from '../../lib/browser/dashboard-seen';
import { send } from '../../lib/browser/messaging';
import { t } from '../../lib/browser/text';

/** Over a page of the dashboard: has the worker see that the person is signed in there, which a rotation may begin on. */
export function RotationDashboard({ say }: { readonly say: Say }) {
  const { reading: isThere } = useReading(hasDashboardAddress);
  async function see() {
    const reply = await send('keys.see-dashboard', {});
    if (!reply.ok) say.failures(reply.error);
    else if (reply.value.isSeen) say.status(t('rotation.seen'));
    else say.alert(t('rotation.notSeen'));
  }
  if (!isThere) return null;
  return (
    <section className="sign-in enrol">
      <h2>{t('rotation.openTitle')}</h2>
      <p className="hint">{t('rotation.openText')}</p>
      <button type="button" className="wide" onClick={() => void see()}>
        {t('rotation.haveOpen')}
      </button>
    </section>
  );
}
