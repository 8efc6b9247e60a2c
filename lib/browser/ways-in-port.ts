import type { Failure } from '../messages/failures';
import type { Input } from '../messages/protocol';
import { base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import type { PasskeyPort, Proof } from './passkey-port';
import { passkeyPort } from './passkey-port';
import { attempt } from './vault-port';

/** A passkey that was just made and named, with the proof that lets it in. */
export type NewPasskey = Input<'ways-in.add-passkey'>;

/** A new vault key, with what is to open it. */
export type Renewal = Input<'ways-in.renew-key'>;

/**
 * What the forms that change ways in can ask for. A list of failures is empty where there was none; one that says
 * `older-copies-remain` alone is a change that was made.
 */
export type WaysInPort = PasskeyPort & {
  changePassword(proof: Proof, next: string): Promise<readonly Failure[]>;
  addPasskey(input: NewPasskey): Promise<readonly Failure[]>;
  setRecoveryCode(proof: Proof, code: Bytes): Promise<readonly Failure[]>;
  rename(id: string, name: string): Promise<readonly Failure[]>;
  remove(proof: Proof, id: string): Promise<readonly Failure[]>;
  renewKey(renewal: Renewal): Promise<readonly Failure[]>;
};

/** The port of the real worker. */
export const waysInPort: WaysInPort = {
  ...passkeyPort,
  changePassword: (proof, next) => attempt('ways-in.change-password', { proof, next }),
  addPasskey: input => attempt('ways-in.add-passkey', input),
  setRecoveryCode: (proof, code) => attempt('ways-in.set-recovery-code', { proof, code: base64Encode(code) }),
  rename: (id, name) => attempt('ways-in.rename', { id, name }),
  remove: (proof, id) => attempt('ways-in.remove', { proof, id }),
  renewKey: renewal => attempt('ways-in.renew-key', renewal),
};
