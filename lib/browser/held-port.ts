import type { Failure, PasskeyFailure } from '../messages/failures';
import type { Input, Reply } from '../messages/protocol';
import type { HeldView } from '../messages/views';
import { base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { equalBytes, wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { send } from './messaging';
import { canUsePasskeys, touchPasskey } from './passkey';
import type { PasskeyPort, Proof, TouchedPasskey } from './passkey-port';
import { passkeyPort, readChoices } from './passkey-port';
import { attempt } from './vault-port';

/** What opens the held key, as a page presents it to the worker: bytes are in base64. */
export type HeldTouch = Input<'held.open'>['touch'];

/** What holds accounts (null: nothing does) and whether this page can ask a passkey at all. */
export type HeldReading = { readonly held: HeldView | null; readonly canTouch: boolean };

/**
 * What pages can ask for of passkey-held accounts. A list of failures is empty where there was none; one that says
 * `older-copies-remain` alone is a change that was made.
 */
export type HeldPort = Pick<PasskeyPort, 'make' | 'prove'> & {
  /** Null where the worker does not say, as when it has just locked. */
  read(): Promise<HeldReading | null>;
  /** Has the person touch one of the passkeys that hold accounts. */
  touch(held: HeldView, signal: AbortSignal): Promise<Result<HeldTouch, PasskeyFailure>>;
  code(accountId: string, touch: HeldTouch): Promise<Reply<'held.code'>>;
  open(touch: HeldTouch): Promise<readonly Failure[]>;
  close(): Promise<readonly Failure[]>;
  setUp(input: {
    readonly proof: Proof;
    readonly accountId: string;
    readonly name: string;
    readonly passkey: TouchedPasskey;
    readonly code: Bytes;
  }): Promise<readonly Failure[]>;
  hold(accountId: string, touch: HeldTouch): Promise<readonly Failure[]>;
  release(accountId: string, touch: HeldTouch): Promise<readonly Failure[]>;
  addPasskey(input: Input<'held.add-passkey'>): Promise<readonly Failure[]>;
  removePasskey(proof: Proof, wrapId: string): Promise<readonly Failure[]>;
  setRecoveryCode(proof: Proof, touch: HeldTouch, code: Bytes): Promise<readonly Failure[]>;
  setKeepOpen(touch: HeldTouch, minutes: number): Promise<readonly Failure[]>;
};

async function touchHeld({ passkeys }: HeldView, signal: AbortSignal): Promise<Result<HeldTouch, PasskeyFailure>> {
  const touched = await touchPasskey(readChoices(passkeys), signal);
  if (!touched.ok) return touched;
  const { credentialId, prfOutput } = touched.value;
  const isTouched = (choice: HeldView['passkeys'][number]) =>
    readChoices([choice]).some(known => equalBytes(known.credentialId, credentialId));
  const wrapId = passkeys.find(isTouched)?.wrapId;
  const given = base64Encode(prfOutput);
  wipe(prfOutput);
  // Only those were asked for, so no other one can have answered.
  return wrapId === undefined ? err('passkey-unavailable') : ok({ type: 'passkey', wrapId, prfOutput: given });
}

/** The port of the real worker and the passkeys of the browser. */
export const heldPort: HeldPort = {
  make: passkeyPort.make,
  prove: passkeyPort.prove,
  async read() {
    const reply = await send('held.read', {});
    return reply.ok ? { held: reply.value, canTouch: await canUsePasskeys() } : null;
  },
  touch: touchHeld,
  code: (accountId, touch) => send('held.code', { accountId, touch }),
  open: touch => attempt('held.open', { touch }),
  close: () => attempt('held.close', {}),
  setUp: ({ code, ...input }) => attempt('held.set-up', { ...input, recoveryCode: base64Encode(code) }),
  hold: (accountId, touch) => attempt('held.hold', { accountId, touch }),
  release: (accountId, touch) => attempt('held.release', { accountId, touch }),
  addPasskey: input => attempt('held.add-passkey', input),
  removePasskey: (proof, wrapId) => attempt('held.remove-passkey', { proof, wrapId }),
  setRecoveryCode: (proof, touch, code) =>
    attempt('held.set-recovery-code', { proof, touch, code: base64Encode(code) }),
  setKeepOpen: (touch, minutes) => attempt('held.set-keep-open', { touch, minutes }),
};
