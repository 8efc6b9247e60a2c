import { t } from '../lib/browser/text';
import type { AccountView, CodesView } from '../lib/messages/views';
import { AccountKey } from './AccountKey';
import type { BackupCards } from './BackupCodes';
import { BackupCodes } from './BackupCodes';
import type { HeldCards } from './HeldCode';
import { HeldCode } from './HeldCode';
import { LiveCode } from './LiveCode';
import { RotationNotice } from './rotation/RotationNotice';

/** What a card can ask for. */
export type CardActs = {
  readonly now: () => number;
  readonly onStaleCodes: () => void;
  readonly onCopyCode: (account: AccountView, code: string) => void;
  readonly onRevealKey: (account: AccountView) => Promise<string | null>;
  readonly onCopyKey: (account: AccountView) => void;
  readonly onRotate: (account: AccountView) => void;
  /** Takes back that the authenticator was said to be dead. */
  readonly onAuthenticatorWorks: (account: AccountView) => void;
  /** Absent where there is but one. */
  readonly onSetDefault?: ((account: AccountView, isDefault: boolean) => void) | undefined;
  /** Absent where there is no room for all its keys. */
  readonly onKeys?: ((account: AccountView) => void) | undefined;
  readonly onEdit: (account: AccountView) => void;
  readonly onRemove: (account: AccountView) => void;
};

type Props = {
  readonly account: AccountView;
  readonly codes: CodesView | undefined;
  readonly acts: CardActs;
  /** Null until it is known what holds accounts, and where nothing does. */
  readonly holding: HeldCards | null;
  /** Absent where there is no room for backup codes. */
  readonly backup?: BackupCards | undefined;
};

/** One account: its code, its key and what can be done with it. */
export function AccountCard({ account, codes, acts, holding, backup }: Props) {
  return (
    <li className="card" aria-label={account.label}>
      <header>
        <h2 title={account.label}>{account.label}</h2>
        <p className="card-email" title={account.email}>
          {account.email}
        </p>
      </header>
      {codes && (
        <LiveCode
          codes={codes}
          now={acts.now}
          onStale={acts.onStaleCodes}
          onCopy={code => acts.onCopyCode(account, code)}
        />
      )}
      {account.isHeld && !codes && holding && (
        <HeldCode {...holding} account={account} now={acts.now} onCopy={code => acts.onCopyCode(account, code)} />
      )}
      {account.isAuthenticatorDead && (
        <div className="row">
          <p className="hint">{t('card.authenticatorDead')}</p>
          <button type="button" onClick={() => acts.onAuthenticatorWorks(account)}>
            {t('card.authenticatorWorks')}
          </button>
        </div>
      )}
      {!account.hasAuthenticator && <p className="hint">{t('card.noAuthenticator')}</p>}
      {account.key === null ? (
        <p className="hint">{t('card.noKey')}</p>
      ) : (
        <AccountKey
          keyView={account.key}
          onReveal={() => acts.onRevealKey(account)}
          onCopy={() => acts.onCopyKey(account)}
          onRotate={account.rotation?.oldKeyId === account.key.id ? undefined : () => acts.onRotate(account)}
        />
      )}
      <RotationNotice rotation={account.rotation} onGoOn={() => acts.onRotate(account)} />
      {account.awaitsBackupCodes && <p className="due-notice">{t('enrol.awaited')}</p>}
      {backup && account.unusedBackupCodes !== 0 && <BackupCodes {...backup} account={account} />}
      {acts.onSetDefault && (
        <label className="check">
          <input
            type="checkbox"
            checked={account.isDefault}
            onChange={event => acts.onSetDefault?.(account, event.target.checked)}
          />
          {t('card.default')}
        </label>
      )}
      <footer className="card-foot row">
        {acts.onKeys && (
          <button type="button" className="quiet" onClick={() => acts.onKeys?.(account)}>
            {t('card.keys')}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => acts.onEdit(account)}>
          {t('card.edit')}
        </button>
        <button type="button" className="quiet" onClick={() => acts.onRemove(account)}>
          {t('card.remove')}
        </button>
      </footer>
    </li>
  );
}
