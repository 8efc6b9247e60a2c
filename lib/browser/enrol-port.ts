import type { EnrolmentView } from '../messages/enrolment-views';
import type { Failure } from '../messages/failures';
import type { Reply } from '../messages/protocol';
import { copyText } from './clipboard';
import type { HeldTouch } from './held-port';
import { send } from './messaging';
import { attempt } from './vault-port';

/** What pages can ask for of the site's pages, and of backup codes. A touch is there where a passkey holds the account. */
export type EnrolPort = {
  /** What the tab in front can give or take; null where the worker does not say. */
  page(): Promise<EnrolmentView | null>;
  readAuthenticator(): Promise<Reply<'enrol.read-authenticator'>>;
  /** Without an account a new one is made. */
  saveAuthenticator(
    fingerprint: string,
    accountId: string | null,
    touch: HeldTouch | null,
  ): Promise<Reply<'enrol.save-authenticator'>>;
  fillCode(touch: HeldTouch | null): Promise<readonly Failure[]>;
  takeBackupCodes(touch: HeldTouch | null): Promise<Reply<'enrol.take-backup-codes'>>;
  leaveBackupCodes(accountId: string): Promise<readonly Failure[]>;
  readKey(): Promise<Reply<'enrol.read-key'>>;
  saveKey(fingerprint: string, accountId: string): Promise<Reply<'enrol.save-key'>>;
  fillBackupCode(accountId: string, touch: HeldTouch | null): Promise<Reply<'enrol.fill-backup-code'>>;
  showBackupCodes(accountId: string, touch: HeldTouch | null): Promise<Reply<'enrol.show-backup-codes'>>;
  /** Whether the browser let it be copied. */
  copy(code: string): Promise<boolean>;
};

/** The port of the real worker. */
export const enrolPort: EnrolPort = {
  async page() {
    const reply = await send('enrol.page', {});
    return reply.ok ? reply.value : null;
  },
  readAuthenticator: () => send('enrol.read-authenticator', {}),
  saveAuthenticator: (fingerprint, accountId, touch) =>
    send('enrol.save-authenticator', { fingerprint, accountId, touch }),
  fillCode: touch => attempt('enrol.fill-code', { touch }),
  takeBackupCodes: touch => send('enrol.take-backup-codes', { touch }),
  leaveBackupCodes: accountId => attempt('enrol.leave-backup-codes', { accountId }),
  readKey: () => send('enrol.read-key', {}),
  saveKey: (fingerprint, accountId) => send('enrol.save-key', { fingerprint, accountId }),
  fillBackupCode: (accountId, touch) => send('enrol.fill-backup-code', { accountId, touch }),
  showBackupCodes: (accountId, touch) => send('enrol.show-backup-codes', { accountId, touch }),
  copy: copyText,
};
