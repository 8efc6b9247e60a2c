import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { localDateOf } from '../../lib/shared/local-date';
import { dayWords, nameAndMaskOf, placesWords } from '../keys/key-words';
import { StepHeading } from '../StepHeading';
import { AskFirst } from './AskFirst';

type Props = {
  readonly accountId: string;
  readonly oldKey: InventoryKeyView;
  /** The key that signs in now, or null where none does. */
  readonly filled: InventoryKeyView | null;
  readonly port: Pick<RotationPort, 'remove'>;
  readonly onRemoved: () => void;
  readonly onLeave: () => void;
};

/** What a rotation has come to: the old key is revoked, and kept until it is removed. */
export function RotationDone({ accountId, oldKey, filled, port, onRemoved, onLeave }: Props) {
  // A sign-in or check that it passed since would have taken the refusal away.
  const { masked, revokedAtMs, refusedAtMs } = oldKey;
  const revokedOn = revokedAtMs === null ? '' : dayWords(localDateOf(new Date(revokedAtMs)));
  async function remove() {
    const failures = await port.remove(accountId, oldKey.id);
    if (failures.length === 0) onRemoved();
    return failures;
  }
  return (
    <section className="form panel rotation">
      <StepHeading focused>{t('rotation.doneTitle')}</StepHeading>
      <p>{refusedAtMs === null ? t('rotation.doneText') : t('rotation.doneDeadText')}</p>
      <dl className="facts">
        <dt>{t('rotation.doneOld')}</dt>
        <dd>{revokedOn === '' ? masked : t('rotation.doneOldText', [masked, revokedOn])}</dd>
        {filled && (
          <>
            <dt>{t('rotation.doneNew')}</dt>
            <dd>{nameAndMaskOf(filled)}</dd>
          </>
        )}
        {filled && filled.integrations.length > 0 && (
          <>
            <dt>{t('rotation.doneIntegrations')}</dt>
            <dd>{placesWords(filled)}</dd>
          </>
        )}
      </dl>
      <div className="row">
        <button type="button" className="primary" onClick={onLeave}>
          {t('rotation.toAccounts')}
        </button>
        <AskFirst
          open={t('rotation.removeOld')}
          openLook="quiet"
          title={t('rotation.removeTitle')}
          submit={t('rotation.remove')}
          submitLook="urgent"
          onAgree={remove}
        >
          <p>{t('rotation.removeText')}</p>
        </AskFirst>
      </div>
    </section>
  );
}
