import type { Bytes } from '../shared/bytes';
import { concatBytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from './aead';
import { ByteReader, u8, u16, u32 } from './binary';
import type { KdfFailure, KdfParameters } from './kdf';
import { checkKdfParameters } from './kdf';

/** What a slot says in the clear about its way in. Salts and inputs are 32 bytes. */
export type SlotParameters =
  | { readonly type: 'password'; readonly kdf: KdfParameters; readonly salt: Bytes }
  | { readonly type: 'passkey'; readonly prfInput: Bytes; readonly salt: Bytes; readonly credentialId: Bytes }
  | { readonly type: 'recovery'; readonly salt: Bytes };

export type SlotType = SlotParameters['type'];

/** One way into a vault: the vault key, wrapped by a key that only this way gives. */
export type Slot = {
  readonly slotId: Bytes;
  readonly parameters: SlotParameters;
  readonly nonce: Bytes;
  readonly wrappedKey: Bytes;
};

/** `envelope-malformed`: not the bytes that {@link formatSlot} makes. The KDF codes: parameters outside floor and ceiling. */
export type SlotFailure = 'envelope-malformed' | KdfFailure;

export const SLOT_ID_LENGTH = 16;
export const SALT_LENGTH = 32;
/** WebAuthn level 3 section 5.1: a credential id has at most 1023 bytes. */
const CREDENTIAL_ID_CAP = 1_023;
const WRAPPED_KEY_LENGTH = KEY_LENGTH + TAG_LENGTH;

const TYPE_CODES: Readonly<Record<SlotType, number>> = { password: 1, passkey: 2, recovery: 3 };

function formatParameters(parameters: SlotParameters): Bytes {
  switch (parameters.type) {
    case 'password': {
      const { memoryKib, iterations, parallelism } = parameters.kdf;
      return concatBytes(u32(memoryKib), u32(iterations), u8(parallelism), parameters.salt);
    }
    case 'passkey':
      return concatBytes(parameters.prfInput, parameters.salt, parameters.credentialId);
    case 'recovery':
      return parameters.salt;
  }
}

function parseParameters(typeCode: number, bytes: Bytes): Result<SlotParameters, SlotFailure> {
  const reader = new ByteReader(bytes);
  if (typeCode === TYPE_CODES.password) {
    const [memoryKib, iterations, parallelism] = [reader.u32(), reader.u32(), reader.u8()];
    const salt = reader.take(SALT_LENGTH);
    if (memoryKib === null || iterations === null || parallelism === null || salt === null || reader.remaining !== 0) {
      return err('envelope-malformed');
    }
    const kdf = checkKdfParameters({ memoryKib, iterations, parallelism });
    return kdf.ok ? ok({ type: 'password', kdf: kdf.value, salt }) : kdf;
  }
  if (typeCode === TYPE_CODES.passkey) {
    const [prfInput, salt] = [reader.take(SALT_LENGTH), reader.take(SALT_LENGTH)];
    const length = reader.remaining;
    const credentialId = length > 0 && length <= CREDENTIAL_ID_CAP ? reader.take(length) : null;
    if (prfInput === null || salt === null || credentialId === null) return err('envelope-malformed');
    return ok({ type: 'passkey', prfInput, salt, credentialId });
  }
  if (typeCode === TYPE_CODES.recovery && bytes.length === SALT_LENGTH) return ok({ type: 'recovery', salt: bytes });
  return err('envelope-malformed');
}

/** `type u8 | slotId16 | len u16 | params`: the head of a slot, which its wrapped key authenticates. */
export function formatSlotHead(slotId: Bytes, parameters: SlotParameters): Bytes {
  const bytes = formatParameters(parameters);
  return concatBytes(u8(TYPE_CODES[parameters.type]), slotId, u16(bytes.length), bytes);
}

/** The whole slot: its head, then `nonce24 | wrappedVK48`. */
export function formatSlot(slot: Slot): Bytes {
  return concatBytes(formatSlotHead(slot.slotId, slot.parameters), slot.nonce, slot.wrappedKey);
}

/** Reads one slot off the reader. An unknown type, a wrong length and forbidden KDF costs are refused. */
export function parseSlot(reader: ByteReader): Result<Slot, SlotFailure> {
  const [typeCode, slotId, length] = [reader.u8(), reader.take(SLOT_ID_LENGTH), reader.u16()];
  const bytes = length === null ? null : reader.take(length);
  const [nonce, wrappedKey] = [reader.take(NONCE_LENGTH), reader.take(WRAPPED_KEY_LENGTH)];
  if (typeCode === null || slotId === null || bytes === null || nonce === null || wrappedKey === null) {
    return err('envelope-malformed');
  }
  const parameters = parseParameters(typeCode, bytes);
  return parameters.ok ? ok({ slotId, parameters: parameters.value, nonce, wrappedKey }) : parameters;
}
