import type { Failure } from '../../lib/messages/failures';
import { detailsOf, fieldFailure } from '../../lib/messages/failures';
import type { Notice } from '../../lib/messages/views';
import type { ParsedApiKey } from '../../lib/model/api-key';
import { parseApiKey } from '../../lib/model/api-key';
import { parseCreatedOn } from '../../lib/model/created-on';
import type { AccountDraft } from '../../lib/model/draft';
import { parseEmail } from '../../lib/model/email';
import { parseLabel } from '../../lib/model/label';
import type { LocalDate } from '../../lib/shared/local-date';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import type { AccountField, AccountFields } from '../../lib/vault/accounts';

export type ReadDraft = { readonly fields: AccountFields; readonly notices: readonly Notice[] };

/** What was done with a key that was typed, or is to be known of it. */
export function noticesOfKey({ trimmed, kind }: ParsedApiKey): readonly Notice[] {
  return [
    ...(trimmed ? [{ code: 'api-key-trimmed', details: [] } as const] : []),
    ...(kind === 'signing' ? [{ code: 'api-key-signing', details: [] } as const] : []),
  ];
}

/**
 * Reads a form: every field that is wrong is reported, each at its field. Of an edit only the fields that were `changed` are
 * read, since nobody can be blamed for what stood there before: what the others give is not looked at any further. There
 * an empty API key or authenticator means "keep the saved one". A new account, of which `all` is read, may do without an
 * authenticator until it has one.
 */
export function readDraft(
  draft: AccountDraft,
  changed: 'all' | readonly AccountField[],
  today: LocalDate,
): Result<ReadDraft, readonly Failure[]> {
  const isRead = (...fields: readonly AccountField[]) =>
    changed === 'all' || fields.some(field => changed.includes(field));
  const keepsKey = changed !== 'all' && (!isRead('apiKey') || draft.apiKey.trim() === '');
  const keepsAuthenticator = !isRead('authenticator') || draft.authenticator.trim() === '';

  const email = isRead('email') ? parseEmail(draft.email) : ok(draft.email);
  // An account without a name of its own goes by its address.
  const name = draft.label.trim() === '' && email.ok ? email.value : draft.label;
  const label = isRead('label') ? parseLabel(name) : ok(name);
  const apiKey = keepsKey ? ok(null) : parseApiKey(draft.apiKey);
  const authenticator = keepsAuthenticator ? ok(null) : readAuthenticator(draft.authenticator);
  // A key has its date from the same form.
  const createdOn = isRead('createdOn', 'apiKey') ? parseCreatedOn(draft.createdOn, today) : ok(today);

  if (label.ok && email.ok && apiKey.ok && authenticator.ok && createdOn.ok) {
    const notices = [
      ...(apiKey.value ? noticesOfKey(apiKey.value) : []),
      ...(authenticator.value?.notices.map(notice => ({ code: notice.code, details: detailsOf(notice) })) ?? []),
    ];
    const fields = {
      label: label.value,
      email: email.value,
      apiKey: apiKey.value,
      authenticator: authenticator.value?.authenticator ?? null,
      createdOn: createdOn.value,
    };
    return ok({ fields, notices });
  }
  return err([
    ...(label.ok || (!email.ok && draft.label.trim() === '') ? [] : [fieldFailure('label', label.error)]),
    ...(email.ok ? [] : [fieldFailure('email', email.error)]),
    ...(apiKey.ok ? [] : [fieldFailure('apiKey', apiKey.error)]),
    ...(authenticator.ok ? [] : [fieldFailure('authenticator', authenticator.error)]),
    ...(createdOn.ok ? [] : [fieldFailure('createdOn', createdOn.error)]),
  ]);
}
