import type { Failure } from '../messages/failures';
import { failure, isMade } from '../messages/failures';
import type { RotationStep } from '../messages/key-rows';
import type { KeyFormat } from '../model/key-formats';
import type { Rotation } from '../model/rotation';
import { keysPort } from './keys-port';
import { send } from './messaging';
import { openKeysPage, openLoginPage } from './pages';
import type { KeyCopy } from './vault-port';
import { attempt } from './vault-port';

type Failures = Promise<readonly Failure[]>;

/** What the guide of a rotation can ask for. A list of failures is empty where there was none. */
export type RotationPort = {
  /** `otherKeyId`: the key that lets its owner back in; null where the open dashboard does. */
  begin(accountId: string, keyId: string, issue: Rotation['issue'], otherKeyId: string | null): Failures;
  /** Saves a key beside the others and goes on with it as the new one. */
  addNewKey(accountId: string, secret: string): Failures;
  step(accountId: string, step: RotationStep): Failures;
  /** Sends the key to the relay. The person has been asked, this once. */
  check(accountId: string, keyId: string): Failures;
  /**
   * Sends the old key to the relay, and notes that it is revoked where it is dead; `key-still-alive` where it is not. The
   * person has been asked, this once.
   */
  checkRevoked(accountId: string, oldKeyId: string): Failures;
  copy(accountId: string, keyId: string, format: KeyFormat): Promise<KeyCopy>;
  remove(accountId: string, keyId: string): Failures;
  openKeysPage(): Promise<void>;
  openLoginPage(): Promise<void>;
};

/** The port of the real worker. */
export const rotationPort: RotationPort = {
  begin: (accountId, keyId, issue, otherKeyId) => attempt('keys.rotate', { accountId, keyId, issue, otherKeyId }),
  async addNewKey(accountId, secret) {
    const added = await send('keys.add', { accountId, secret, createdOn: '', state: 'staged' });
    if (!added.ok) return added.error;
    return attempt('keys.rotation-step', { accountId, step: { do: 'take', keyId: added.value.keyId } });
  },
  step: (accountId, step) => attempt('keys.rotation-step', { accountId, step }),
  check: (accountId, keyId) => attempt('keys.check', { accountId, keyId }),
  async checkRevoked(accountId, keyId) {
    const failures = await attempt('keys.check', { accountId, keyId });
    if (isMade(failures)) return [failure('key-still-alive')];
    if (!failures.some(({ code }) => code === 'check-refused')) return failures;
    return attempt('keys.rotation-step', { accountId, step: { do: 'revoked' } });
  },
  copy: (accountId, keyId, format) => keysPort.copy({ accountId, keyId }, format),
  remove: (accountId, keyId) => keysPort.remove({ accountId, keyId }),
  openKeysPage,
  openLoginPage,
};
