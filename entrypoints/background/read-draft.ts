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
import type { AccountFields } from '../../lib/vault/accounts';

export type ReadDraft = { readonly fields: AccountFields; readonly notices: readonly Notice[] };

function noticesOfKey({ trimmed, kind }: ParsedApiKey): readonly Notice[] {
  return [
    ...(trimmed ? [{ code: 'api-key-trimmed', details: [] } as const] : []),
    ...(kind === 'signing' ? [{ code: 'api-key-signing', details: [] } as const] : []),
  ];
}

/**
 * Reads a form whole: every field that is wrong is reported, each at its field. `isEdit` lets an empty API key or
 * authenticator mean "keep the saved one"; a new account may do without an authenticator until it has one.
 */
export function readDraft(
  draft: AccountDraft,
  isEdit: boolean,
  today: LocalDate,
): Result<ReadDraft, readonly Failure[]> {
  const email = parseEmail(draft.email);
  // An account without a name of its own goes by its address.
  const label = parseLabel(draft.label.trim() === '' && email.ok ? email.value : draft.label);
  const apiKey = isEdit && draft.apiKey.trim() === '' ? ok(null) : parseApiKey(draft.apiKey);
  const authenticator = draft.authenticator.trim() === '' ? ok(null) : readAuthenticator(draft.authenticator);
  const createdOn = parseCreatedOn(draft.createdOn, today);

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
