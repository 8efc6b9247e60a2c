import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { PasskeyCard } from './PasskeyCard';
import { RecoveryCodeCard } from './RecoveryCodeCard';
import { StepHeading } from './StepHeading';
import { WayInCard } from './WayInCard';

/** What the list leads to. */
export type WaysInActs = {
  readonly onAdd: () => void;
  readonly onMakeCode: () => void;
  readonly onRenew: () => void;
  readonly onRename: (wayIn: WayInView, name: string) => Promise<readonly Failure[]>;
  readonly onRemove: (wayIn: WayInView) => void;
};

type Props = {
  readonly waysIn: readonly WayInView[];
  readonly hasPasskeys: boolean;
  /** Whether the person comes back from one of the forms. */
  readonly focused: boolean;
  readonly acts: WaysInActs;
};

/** What opens the vault, a card each. */
export function WaysInList({ waysIn, hasPasskeys, focused, acts }: Props) {
  const recoveryCode = waysIn.find(({ type }) => type === 'recovery');
  return (
    <>
      <StepHeading focused={focused}>{t('waysIn.title')}</StepHeading>
      <p>{t('waysIn.text')}</p>
      <ul className="cards">
        <WayInCard title={t('password.master')} text={t('waysIn.passwordText')} />
        {waysIn
          .filter(({ type }) => type === 'passkey')
          .map(wayIn => (
            <PasskeyCard
              key={wayIn.id}
              wayIn={wayIn}
              others={waysIn.filter(other => other !== wayIn)}
              onRename={name => acts.onRename(wayIn, name)}
              onRemove={() => acts.onRemove(wayIn)}
            />
          ))}
        <RecoveryCodeCard
          isThere={recoveryCode !== undefined}
          onMake={acts.onMakeCode}
          onRemove={() => recoveryCode && acts.onRemove(recoveryCode)}
        />
      </ul>
      {hasPasskeys ? (
        <button type="button" onClick={acts.onAdd}>
          {t('waysIn.add')}
        </button>
      ) : (
        <p className="hint">{t('waysIn.noPasskeys')}</p>
      )}
      <div className="form vault-key">
        <h3>{t('waysIn.vaultKey')}</h3>
        <p className="hint">{t('waysIn.vaultKeyText')}</p>
        <button type="button" onClick={acts.onRenew}>
          {t('waysIn.renew')}
        </button>
      </div>
    </>
  );
}
