import { useState } from 'react';
import type { RotationPort } from '../../lib/browser/rotation-port';
import { t } from '../../lib/browser/text';
import type { AccountKeysView, InventoryKeyView } from '../../lib/messages/key-views';
import type { Rotation } from '../../lib/model/rotation';
import { StepHeading } from '../StepHeading';
import { AskFirst } from './AskFirst';
import { AuthenticatorStep } from './AuthenticatorStep';
import { CheckStep } from './CheckStep';
import { GuardStep } from './GuardStep';
import { IntegrationsStep } from './IntegrationsStep';
import { NewKeyStep } from './NewKeyStep';
import { RevokeStep } from './RevokeStep';
import type { GuideStep } from './rotation-words';
import { giveUpWords, stepName, stepsOf } from './rotation-words';
import { StepList } from './StepList';

type Props = {
  readonly account: AccountKeysView;
  readonly oldKey: InventoryKeyView;
  readonly seenUntilMs: number | null;
  readonly port: RotationPort;
  readonly onGivenUp: () => void;
};

/** Leads through the rotation of one key, one step at a time, from where the vault says that it stands. */
export function RotationGuide({ account, oldKey, seenUntilMs, port, onGivenUp }: Props) {
  const { accountId, keys, rotation } = account;
  const [wished, setIssue] = useState<Rotation['issue']>('documented');
  const issue = rotation?.issue ?? wished;
  const current = rotation?.stage ?? 'guard';
  const steps = stepsOf(issue, oldKey);
  const newKey = keys.find(({ id }) => id === rotation?.newKeyId) ?? null;
  const staged = keys.filter(key => key.use === 'staged' && key.kind === oldKey.kind);
  async function giveUp() {
    const failures = await port.step(accountId, { do: 'abort' });
    if (failures.length === 0) onGivenUp();
    return failures;
  }
  function showStep(step: GuideStep) {
    const shared = { accountId, port };
    if (step === 'guard') {
      const others = keys.filter(({ id, guardsOthers }) => guardsOthers && id !== oldKey.id);
      return <GuardStep {...shared} {...{ issue, others, seenUntilMs }} keyId={oldKey.id} onIssue={setIssue} />;
    }
    if (step === 'new-key') return <NewKeyStep {...shared} {...{ issue, staged }} />;
    if (step === 'revoke') return <RevokeStep {...shared} {...{ issue, oldKey }} />;
    if (step === 'authenticator') return <AuthenticatorStep {...shared} />;
    if (rotation === null || newKey === null) return null;
    if (step === 'integrations') return <IntegrationsStep {...shared} {...{ oldKey, newKey }} />;
    const signsIn = oldKey.isFilled || newKey.isFilled || rotation.isTrying;
    return <CheckStep {...shared} {...{ rotation, newKey, staged, signsIn }} />;
  }
  return (
    <>
      <p className="rotation-key">
        {oldKey.label} <span className="mono">{oldKey.masked}</span>
      </p>
      <div className="rotation-guide">
        <StepList steps={steps} current={current} />
        {/* Another key to check, or another way to check it, begins the step anew: with its heading, which takes the focus. */}
        <section className="form panel rotation" key={[current, rotation?.newKeyId, rotation?.isTrying].join(' ')}>
          <p className="hint">{t('rotation.where', [String(steps.indexOf(current) + 1), String(steps.length)])}</p>
          <StepHeading focused={rotation !== null}>{stepName(current)}</StepHeading>
          {showStep(current)}
          {rotation !== null && (
            <footer className="rotation-foot">
              <p className="hint">{t('rotation.later')}</p>
              <AskFirst
                open={t('rotation.giveUp')}
                openLook="quiet"
                title={t('rotation.giveUpTitle')}
                submit={t('rotation.giveUp')}
                submitLook="urgent"
                onAgree={giveUp}
              >
                <p>{giveUpWords(rotation, newKey)}</p>
              </AskFirst>
            </footer>
          )}
        </section>
      </div>
    </>
  );
}
