// What is taken from the site's own pages, and backup codes. Invariants: each of these follows a click in the popup; what a
// page says is read twice and judged here; a code leaves for the one document it was asked for on, noted as used before.
import { enrolmentItem } from '../../../lib/browser/enrolment-item';
import { BACKUP_CODES_QUESTION } from '../../../lib/browser/enrolment-readers/read-texts';
import { findEnrolmentTab } from '../../../lib/browser/enrolment-tab';
import { makeId } from '../../../lib/browser/random';
import type { KeyOffer } from '../../../lib/messages/enrolment-views';
import type { Failure } from '../../../lib/messages/failures';
import { detailsOf, failure } from '../../../lib/messages/failures';
import type { Account } from '../../../lib/model/account';
import { parseBackupCodes } from '../../../lib/model/backup-code';
import { SECOND_MS } from '../../../lib/shared/duration';
import type { Result } from '../../../lib/shared/result';
import { err, ok } from '../../../lib/shared/result';
import { ENROLMENT_ELEMENTS } from '../../../lib/signin/enrolment-page';
import { parseOtpauthUri } from '../../../lib/totp/otpauth-uri';
import { findAccount, findSameEmail } from '../../../lib/vault/accounts';
import type { VaultBody } from '../../../lib/vault/body';
import {
  addEnrolledAccount,
  enrolAuthenticator,
  hasLiveKey,
  keepBackupCodes,
  leaveBackupCodes,
  takeBackupCode,
} from '../../../lib/vault/enrolment';
import type { HeldTouch } from '../../../lib/vault/held-key';
import { findKeyOwner } from '../../../lib/vault/keys';
import { changeAccountOf, changeBody, withOpened } from '../change-account';
import { chooseSetupCode } from '../choose-setup-code';
import {
  findSaved,
  noteCodeFilled,
  readAuthenticatorHere,
  readKeyHere,
  readPicture,
  readTextsHere,
  requireTab,
  writeHere,
} from '../enrolment';
import { noteEvent } from '../history';
import type { Handlers } from '../router';
import { takeKey } from '../take-key';
import { findPageOwner, requireOwnPage } from '../whose-key';
import { withBody } from '../with-body';
import { today } from '../worker';

const { setupCode, backupEmail, backupCode } = ENROLMENT_ELEMENTS;
const CODE_FIELD = `#${setupCode.id}`;
const BACKUP_FIELDS = { email: `#${backupEmail.id}`, code: `#${backupCode.id}` } as const;
/** How many characters of a key are shown, from either end: enough to tell two apart. */
const [SHOWN_AT_START, SHOWN_AT_END] = [8, 4];

type Answer<T> = Result<T, readonly Failure[]>;

function requireSaved(): Promise<Answer<NonNullable<Awaited<ReturnType<typeof findSaved>>>>> {
  return findSaved().then(saved => (saved === null ? err([failure('enrol-not-here')]) : ok(saved)));
}

function requireAccount(accountId: string): Promise<Answer<Account>> {
  return withBody(body => {
    const account = findAccount(body, accountId);
    return account === null ? err([failure('account-missing')]) : ok(account);
  });
}

/** Hands a code of a new authenticator to the set-up page it came from. */
async function fillCode(touch: HeldTouch | null): Promise<Answer<null>> {
  const tab = await requireTab('setup');
  if (!tab.ok) return tab;
  const saved = await requireSaved();
  if (!saved.ok) return saved;
  const { bornAtMs, accountId } = saved.value;
  const fits = await writeHere(tab.value, bornAtMs, [{ selector: CODE_FIELD }]);
  if (!fits.ok) return fits;
  return withOpened(accountId, touch, async ({ authenticator }) => {
    if (authenticator === null) return err([failure('account-missing')]);
    const choice = await chooseSetupCode(accountId, authenticator);
    if ('text' in choice) {
      const written = await writeHere(tab.value, bornAtMs, [{ selector: CODE_FIELD, value: choice.text }]);
      if (written.ok) await noteCodeFilled();
      return written;
    }
    const seconds = Math.max(1, Math.ceil((choice.waitUntilMs - Date.now()) / SECOND_MS));
    return err([failure('enrol-code-wait', String(seconds))]);
  });
}

/** Hands an email address and a backup code to the page that asks for them; the code is used from then on, come what may. */
async function fillBackupCode(accountId: string, touch: HeldTouch | null): Promise<Answer<{ readonly left: number }>> {
  const tab = await requireTab('backup');
  if (!tab.ok) return tab;
  const question = { selector: BACKUP_FIELDS.email, looksLike: '', mostTexts: 0, mostCharacters: 0 };
  const page = await readTextsHere('backup', question);
  if (!page.ok) return page;
  const { bornAtMs } = page.value;
  const empty = Object.values(BACKUP_FIELDS).map(selector => ({ selector }));
  const fits = await writeHere(tab.value, bornAtMs, empty);
  if (!fits.ok) return fits;
  const account = await requireAccount(accountId);
  if (!account.ok) return account;
  let taken: { readonly code: string; readonly left: number } | null = null;
  const take = (body: VaultBody) =>
    takeBackupCode(body, accountId, (code, left) => {
      taken = { code, left };
    });
  const changed = await changeAccountOf(account.value, touch, take);
  if (!changed.ok) return changed;
  const { code, left } = taken ?? { code: '', left: 0 };
  const written = await writeHere(tab.value, bornAtMs, [
    { selector: BACKUP_FIELDS.email, value: account.value.email },
    { selector: BACKUP_FIELDS.code, value: code },
  ]);
  return written.ok ? ok({ left }) : written;
}

/** Taking authenticators, backup codes and keys from the site's pages, and filling what its pages ask for besides. */
export const enrolmentHandlers: Pick<
  Handlers,
  | 'enrol.page'
  | 'enrol.read-authenticator'
  | 'enrol.save-authenticator'
  | 'enrol.fill-code'
  | 'enrol.take-backup-codes'
  | 'enrol.leave-backup-codes'
  | 'enrol.read-picture'
  | 'enrol.read-key'
  | 'enrol.save-key'
  | 'enrol.fill-backup-code'
  | 'enrol.show-backup-codes'
> = {
  'enrol.page': async () => {
    const tab = await findEnrolmentTab();
    const known = await enrolmentItem.read();
    // Another tab has another page: what was saved from the one before is asked for by the account's own notice.
    if (tab !== null && known?.tabId !== tab.tabId) await enrolmentItem.write({ tabId: tab.tabId, saved: null });
    const { accountId, isCodeFilled } = (await findSaved()) ?? { accountId: null, isCodeFilled: false };
    return ok({ page: tab?.page ?? null, savedTo: accountId, isCodeFilled });
  },

  'enrol.read-authenticator': async () => {
    const read = await readAuthenticatorHere();
    if (!read.ok) return read;
    const { authenticator, fingerprint, notices } = read.value;
    const { issuer, account: email, algorithm, digits, periodSeconds } = authenticator;
    return withBody(body =>
      ok({
        issuer,
        email,
        algorithm,
        digits,
        periodSeconds,
        fingerprint,
        notices: notices.map(notice => ({ code: notice.code, details: detailsOf(notice) })),
        accountId: findSameEmail(body, email, null)?.id ?? null,
      }),
    );
  },

  'enrol.save-authenticator': async ({ fingerprint, accountId, touch }) => {
    const read = await readAuthenticatorHere();
    if (!read.ok) return read;
    const { authenticator, tabId, bornAtMs } = read.value;
    if (read.value.fingerprint !== fingerprint) return err([failure('enrol-changed')]);
    const [id, nowMs] = [accountId ?? makeId(), Date.now()];
    const account = accountId === null ? null : await requireAccount(accountId);
    if (account !== null && !account.ok) return account;
    const saved =
      account === null
        ? await changeBody(body => addEnrolledAccount(body, id, authenticator, today(), nowMs))
        : await changeAccountOf(account.value, touch, body =>
            enrolAuthenticator(body, id, authenticator, today(), nowMs),
          );
    if (!saved.ok) return saved;
    await enrolmentItem.write({ tabId, saved: { bornAtMs, accountId: id, isCodeFilled: false } });
    return ok({ accountId: id, label: account?.value.label ?? authenticator.account });
  },

  'enrol.fill-code': ({ touch }) => fillCode(touch),

  'enrol.take-backup-codes': async ({ touch }) => {
    const saved = await requireSaved();
    if (!saved.ok) return saved;
    const { bornAtMs, accountId } = saved.value;
    const read = await readTextsHere('setup', BACKUP_CODES_QUESTION);
    if (!read.ok) return read;
    if (read.value.bornAtMs !== bornAtMs) return err([failure('enrol-not-here')]);
    const codes = parseBackupCodes(read.value.texts);
    if (!codes.ok) return err([failure(codes.error.code, ...detailsOf(codes.error))]);
    const account = await requireAccount(accountId);
    if (!account.ok) return account;
    const kept = await changeAccountOf(account.value, touch, body => keepBackupCodes(body, accountId, codes.value));
    if (!kept.ok) return kept;
    await enrolmentItem.write({ tabId: read.value.tabId, saved: null });
    return ok({ count: codes.value.length, label: account.value.label, isHeld: account.value.seal !== null });
  },

  'enrol.leave-backup-codes': async ({ accountId }) => {
    const left = await changeBody(body => leaveBackupCodes(body, accountId));
    const known = await enrolmentItem.read();
    if (left.ok && known?.saved?.accountId === accountId) await enrolmentItem.write({ ...known, saved: null });
    return left;
  },

  'enrol.read-picture': async picture => {
    const read = readPicture(picture);
    if (!read.ok) return err([failure(read.error)]);
    const parsed = parseOtpauthUri(read.value);
    return parsed.ok ? ok({ link: read.value }) : err([failure(parsed.error.code, ...detailsOf(parsed.error))]);
  },

  'enrol.read-key': async () => {
    const read = await readKeyHere();
    if (!read.ok) return read;
    const { key, kind, fingerprint, persons } = read.value;
    const text = key.reveal();
    return withBody(body => {
      const [beginning, end] = [text.slice(0, SHOWN_AT_START), text.slice(-SHOWN_AT_END)];
      const knownAs = findKeyOwner(body, key)?.label ?? null;
      return ok<KeyOffer>({ beginning, end, kind, fingerprint, ...findPageOwner(body, persons), knownAs });
    });
  },

  'enrol.save-key': async ({ fingerprint, accountId }) => {
    const read = await readKeyHere();
    if (!read.ok) return read;
    if (read.value.fingerprint !== fingerprint) return err([failure('enrol-changed')]);
    const account = await requireAccount(accountId);
    if (!account.ok) return account;
    const owned = await requireOwnPage(read.value.persons, account.value);
    if (!owned.ok) return owned;
    const keyId = makeId();
    let isRotated = false;
    const saved = await changeBody(body => {
      const taken = takeKey(body, accountId, read.value, keyId, today());
      isRotated = taken.isRotated;
      return taken.changed;
    });
    if (saved.ok) await noteEvent('created', accountId, keyId);
    return saved.ok ? ok({ label: account.value.label, isStaged: hasLiveKey(account.value.keys), isRotated }) : saved;
  },

  'enrol.fill-backup-code': ({ accountId, touch }) => fillBackupCode(accountId, touch),

  'enrol.show-backup-codes': ({ accountId, touch }) =>
    withOpened(accountId, touch, async ({ backupCodes }) => ok(backupCodes.map(({ code, used }) => ({ code, used })))),
};
