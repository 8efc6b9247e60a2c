// Invariant: what a way in gives (a password, a passkey's PRF output, a recovery code) only ever wraps the vault key.
// It encrypts no content, and content keys never wrap anything.
import { decrypt, encrypt, NONCE_LENGTH } from '../crypto/aead';
import type { VaultIdentity } from '../crypto/envelope';
import { slotAssociatedData } from '../crypto/envelope';
import { deriveKey } from '../crypto/hkdf';
import { derivePasswordKey } from '../crypto/kdf';
import type { Slot, SlotParameters } from '../crypto/slot';
import { SLOT_ID_LENGTH } from '../crypto/slot';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { wipe } from '../shared/bytes';

/** A way in, presented: what the person typed or touched. `prfOutput` is 32 bytes, `code` at least 16. */
export type WayIn =
  | { readonly type: 'password'; readonly password: string }
  | { readonly type: 'passkey'; readonly prfOutput: Bytes }
  | { readonly type: 'recovery'; readonly code: Bytes };

async function deriveWrappingKey(parameters: SlotParameters, wayIn: WayIn): Promise<Bytes | null> {
  if (parameters.type === 'password' && wayIn.type === 'password') {
    return derivePasswordKey(wayIn.password, parameters.salt, parameters.kdf);
  }
  if (parameters.type === 'passkey' && wayIn.type === 'passkey') {
    return deriveKey(wayIn.prfOutput, 'latchkey/v1/passkey-kek', parameters.salt);
  }
  if (parameters.type === 'recovery' && wayIn.type === 'recovery') {
    return deriveKey(wayIn.code, 'latchkey/v1/recovery-kek', parameters.salt);
  }
  return null;
}

/** Makes a slot that opens with `wayIn`. A way in of another type than the parameters is a mistake in the program. */
export async function wrapVaultKey(
  vaultKey: Bytes,
  identity: VaultIdentity,
  parameters: SlotParameters,
  wayIn: WayIn,
  random: RandomBytes,
): Promise<Slot> {
  const wrappingKey = await deriveWrappingKey(parameters, wayIn);
  if (wrappingKey === null) throw new TypeError(`a ${wayIn.type} does not open a ${parameters.type} slot`);
  const [slotId, nonce] = [random(SLOT_ID_LENGTH), random(NONCE_LENGTH)];
  const associated = slotAssociatedData(identity, slotId, parameters);
  const wrappedKey = encrypt(wrappingKey, nonce, vaultKey, associated);
  wipe(wrappingKey);
  return { slotId, parameters, nonce, wrappedKey };
}

/** The vault key, or null where this slot does not open: wrong password, other passkey, altered slot, or another type. */
export async function unwrapVaultKey(slot: Slot, identity: VaultIdentity, wayIn: WayIn): Promise<Bytes | null> {
  const wrappingKey = await deriveWrappingKey(slot.parameters, wayIn);
  if (wrappingKey === null) return null;
  const associated = slotAssociatedData(identity, slot.slotId, slot.parameters);
  const vaultKey = decrypt(wrappingKey, slot.nonce, slot.wrappedKey, associated);
  wipe(wrappingKey);
  return vaultKey;
}
