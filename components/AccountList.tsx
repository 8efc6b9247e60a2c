import { t } from '../lib/browser/text';
import type { VaultPort } from '../lib/browser/vault-port';
import type { AccountView } from '../lib/messages/views';
import type { CardActs } from './AccountCard';
import { AccountCard } from './AccountCard';
import type { BackupCards } from './BackupCodes';
import type { HeldCards } from './HeldCode';
import { useAnswer } from './use-answer';
import type { Say } from './use-message';

type Props = {
  readonly accounts: readonly AccountView[];
  readonly revision: number;
  /** Whether there are none because the last one was removed. */
  readonly someWereRemoved?: boolean;
  readonly holding: HeldCards | null;
  readonly backup?: BackupCards;
  /** Until when codes of held accounts are among those that the port gives, or null. */
  readonly heldUntilMs: number | null;
  readonly port: VaultPort;
  readonly now: () => number;
  readonly say: Say;
  readonly onKeys?: (account: AccountView) => void;
  readonly onEdit: (account: AccountView) => void;
  readonly onRotate: (account: AccountView) => void;
  readonly onRemove: (account: AccountView) => void;
};

/** The accounts as cards, with what can be done on a card itself. */
export function AccountList({ accounts, revision, holding, backup, heldUntilMs, port, now, say, ...leave }: Props) {
  const { onKeys, onEdit, onRotate, onRemove } = leave;
  // Every card asks when its code runs out, and most run out together: one question answers all.
  const [codes, refresh] = useAnswer(port.codes, `${revision} ${heldUntilMs}`);

  async function copyCode(account: AccountView, code: string) {
    if (await port.copyCode(account, code)) say.status(t('code.copied'));
    else say.alert(t('key.copyFailed'));
  }
  async function copyKey(account: AccountView) {
    const copied = await port.copyKey(account);
    if (copied === 'refused') say.alert(t('key.copyFailed'));
    else say.status(copied === 'clears' ? t('key.copiedClears') : t('key.copiedStays'));
  }

  async function setDefault(account: AccountView, isDefault: boolean) {
    const failures = await port.setDefault(isDefault ? account : null);
    if (failures.length > 0) say.failures(failures);
  }

  async function reviveAuthenticator(account: AccountView) {
    const failures = await port.reviveAuthenticator(account);
    if (failures.length > 0) say.failures(failures);
  }

  const acts: CardActs = {
    now,
    onStaleCodes: refresh,
    onCopyCode: (account, code) => void copyCode(account, code),
    onRevealKey: port.revealKey,
    onCopyKey: account => void copyKey(account),
    onSetDefault: accounts.length > 1 ? (account, isDefault) => void setDefault(account, isDefault) : undefined,
    onRotate,
    onAuthenticatorWorks: account => void reviveAuthenticator(account),
    onKeys,
    onEdit,
    onRemove,
  };
  if (accounts.length === 0) {
    return <p className="empty">{leave.someWereRemoved ? t('accounts.emptyAgain') : t('accounts.empty')}</p>;
  }
  return (
    <ul className="cards">
      {accounts.map(account => (
        <AccountCard
          key={account.id}
          account={account}
          codes={codes?.find(({ accountId }) => accountId === account.id)}
          acts={acts}
          holding={holding}
          backup={backup}
        />
      ))}
    </ul>
  );
}
