// Invariants: the vault key encrypts nothing directly; every save has a salt, a data key and a nonce of its own; the
// header MAC is checked before the body, so a body never meets a key that its header does not commit to.
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH } from '../crypto/aead';
import type { Envelope, Header, VaultIdentity } from '../crypto/envelope';
import { formatHeader } from '../crypto/envelope';
import { authenticate, deriveKey } from '../crypto/hkdf';
import { pad, unpad } from '../crypto/padding';
import type { Slot } from '../crypto/slot';
import { SALT_LENGTH } from '../crypto/slot';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, equalBytes, wipe } from '../shared/bytes';

/** A new random vault key: 32 bytes. */
export function makeVaultKey(random: RandomBytes): Bytes {
  return random(KEY_LENGTH);
}

function headerMac(vaultKey: Bytes, macInput: Bytes): Bytes {
  const macKey = deriveKey(vaultKey, 'latchkey/v1/header-mac');
  const mac = authenticate(macKey, macInput);
  wipe(macKey);
  return mac;
}

/** The bytes of one save of a vault. */
export function sealVault(
  vaultKey: Bytes,
  save: VaultIdentity & { readonly generation: number; readonly slots: readonly Slot[] },
  content: Bytes,
  random: RandomBytes,
): Bytes {
  const padded = pad(content);
  const header: Header = {
    ...save,
    saveSalt: random(SALT_LENGTH),
    bodyNonce: random(NONCE_LENGTH),
    paddedLength: padded.length,
  };
  const macInput = formatHeader(header);
  const associated = concatBytes(macInput, headerMac(vaultKey, macInput));
  const dataKey = deriveKey(vaultKey, 'latchkey/v1/body', header.saveSalt);
  const ciphertext = encrypt(dataKey, header.bodyNonce, padded, associated);
  wipe(dataKey, padded);
  return concatBytes(associated, ciphertext);
}

/** Whether the header was written by a holder of the vault key. Constant time. */
export function headerAuthenticates(envelope: Envelope, vaultKey: Bytes): boolean {
  return equalBytes(headerMac(vaultKey, envelope.macInput), envelope.headerMac);
}

/** The content of an envelope, or null where header, body or padding is not what the holder of the vault key sealed. */
export function openSealed(envelope: Envelope, vaultKey: Bytes): Bytes | null {
  if (!headerAuthenticates(envelope, vaultKey)) return null;
  const dataKey = deriveKey(vaultKey, 'latchkey/v1/body', envelope.header.saveSalt);
  const padded = decrypt(dataKey, envelope.header.bodyNonce, envelope.ciphertext, envelope.associated);
  wipe(dataKey);
  if (padded === null) return null;
  const content = unpad(padded);
  wipe(padded);
  return content;
}
