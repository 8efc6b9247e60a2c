import { useState } from 'react';
import { clockTime } from '../../lib/browser/clock-time';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import type { Rotation } from '../../lib/model/rotation';
import { Act } from '../Act';
import { nameAndMaskOf } from '../keys/key-words';
import { usePassed } from '../use-passed';
import { Choice } from './Choice';

const DASHBOARD = '';

type Props = {
  readonly accountId: string;
  readonly keyId: string;
  /** Keys that would let their owner in while this one is rotated. */
  readonly others: readonly InventoryKeyView[];
  /** Until when the dashboard counts as open, in milliseconds since 1970; null where it was not seen. */
  readonly seenUntilMs: number | null;
  readonly issue: Rotation['issue'];
  readonly onIssue: (issue: Rotation['issue']) => void;
  readonly port: Pick<RotationPort, 'begin' | 'openKeysPage'>;
};

/** Before anything is done: how keys are handed out, and what lets the person back in whatever happens. */
export function GuardStep({ accountId, keyId, others, seenUntilMs, issue, onIssue, port }: Props) {
  const [chosen, setEvidence] = useState(DASHBOARD);
  const isOperator = issue === 'operator';
  const evidence = isOperator || !others.some(({ id }) => id === chosen) ? DASHBOARD : chosen;
  const isSeen = !usePassed(seenUntilMs) && seenUntilMs !== null;
  return (
    <>
      <p>{t('rotation.guardText')}</p>
      <Choice
        legend={t('rotation.issueLegend')}
        value={issue}
        options={[
          { value: 'documented', label: t('rotation.issueDocumented') },
          { value: 'operator', label: t('rotation.issueOperator') },
        ]}
        onChoose={onIssue}
      />
      <Choice
        legend={t('rotation.evidenceLegend')}
        value={evidence}
        options={[
          { value: DASHBOARD, label: t('rotation.evidenceDashboard') },
          ...(isOperator ? [] : others).map(other => ({
            value: other.id,
            label: t('rotation.evidenceKey', [nameAndMaskOf(other)]),
          })),
        ]}
        onChoose={setEvidence}
      />
      {evidence === DASHBOARD && (
        <div className="offer">
          <p role="status">
            {isSeen ? t('rotation.dashboardSeen', [clockTime(seenUntilMs)]) : t('rotation.dashboardHow')}
          </p>
          {!isSeen && (
            <div className="row">
              <button type="button" onClick={() => void port.openKeysPage()}>
                {t('rotation.openDashboard')}
              </button>
            </div>
          )}
        </div>
      )}
      {isOperator && <p className="hint">{t('rotation.operatorNoKey')}</p>}
      {!isOperator && others.length === 0 && <p className="hint">{t('rotation.noOtherKey')}</p>}
      <Act
        label={t('rotation.start')}
        look="primary"
        about={`${issue} ${evidence} ${isSeen}`}
        onAct={() => port.begin(accountId, keyId, issue, evidence === DASHBOARD ? null : evidence)}
      />
    </>
  );
}
