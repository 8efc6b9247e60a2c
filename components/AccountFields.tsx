import type { ReadPicture } from '../lib/browser/read-picture';
import { t } from '../lib/browser/text';
import type { FieldName } from '../lib/messages/failures';
import type { AccountView } from '../lib/messages/views';
import type { AccountDraft } from '../lib/model/draft';
import type { LocalDate } from '../lib/shared/local-date';
import { CreatedOnField } from './CreatedOnField';
import { EnrolPicture } from './EnrolPicture';
import { Field } from './Field';
import type { Theirs } from './use-account-edit';
import type { Refusals } from './use-submit';

type Props = {
  /** The account that is edited, or null for a new one. */
  readonly account: AccountView | null;
  readonly today: LocalDate;
  readonly draft: AccountDraft;
  readonly theirs: Theirs;
  readonly refusals: Refusals<FieldName>;
  readonly onType: (typed: Partial<AccountDraft>) => void;
  /** Reads a QR code out of a picture. */
  readonly readPicture: ReadPicture;
};

function authenticatorHint(account: AccountView | null): string {
  if (account?.isHeld) return t('held.formHint');
  return account?.hasAuthenticator ? t('form.keepHint') : t('form.authenticatorHint');
}

function createdOnHint(account: AccountView | null, keyIsNew: boolean): string {
  if (keyIsNew) return t('form.createdOnReset');
  return account === null ? t('form.createdOnHint') : t('form.createdOnEditHint');
}

/** What an account is made of, as fields to type into. */
export function AccountFields({ account, today, draft, theirs, refusals, onType, readPicture }: Props) {
  const keyIsNew = account !== null && account.key !== null && draft.apiKey !== '' && draft.createdOn === today;

  function typeKey(apiKey: string) {
    // Another key is another age: the old one's date would make the new one overdue at once.
    const starts = account !== null && draft.apiKey === '' && apiKey !== '';
    onType(starts ? { apiKey, createdOn: today } : { apiKey });
  }
  function theirsOf(name: FieldName): string | undefined {
    const value = theirs[name];
    if (value === undefined) return undefined;
    return t('form.theirs', [name === 'createdOn' ? new Date(`${value}T00:00`).toLocaleDateString() : value]);
  }
  const plain = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const;
  return (
    <>
      <Field
        label={t('form.label')}
        hint={t('form.labelHint')}
        aside={theirsOf('label')}
        focusFirst
        autoComplete="off"
        value={draft.label}
        onChange={event => onType({ label: event.target.value })}
        error={refusals.label}
      />
      <Field
        {...plain}
        label={t('form.email')}
        hint={t('form.emailHint')}
        aside={theirsOf('email')}
        type="email"
        value={draft.email}
        onChange={event => onType({ email: event.target.value })}
        error={refusals.email}
      />
      <Field
        {...plain}
        className="mono secret"
        label={t('form.apiKey')}
        hint={account?.key ? t('form.keepHint') : t('form.apiKeyHint')}
        value={draft.apiKey}
        onChange={event => typeKey(event.target.value)}
        error={refusals.apiKey}
      />
      <EnrolPicture read={readPicture} onRead={authenticator => onType({ authenticator })}>
        <Field
          {...plain}
          className="mono secret"
          label={t('form.authenticator')}
          hint={authenticatorHint(account)}
          value={draft.authenticator}
          onChange={event => onType({ authenticator: event.target.value })}
          error={refusals.authenticator}
        />
      </EnrolPicture>
      <CreatedOnField
        value={draft.createdOn}
        today={today}
        hint={createdOnHint(account, keyIsNew)}
        aside={theirsOf('createdOn')}
        onChange={createdOn => onType({ createdOn })}
        error={refusals.createdOn}
      />
    </>
  );
}
