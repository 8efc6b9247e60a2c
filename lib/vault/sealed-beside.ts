// What is kept beside the vault, under a key of its own derived from the vault's. Invariant: it is bound to its purpose and
// its vault; whatever does not open is told apart from nothing by null, and is nobody's vault.
import { decrypt, encrypt, NONCE_LENGTH } from '../crypto/aead';
import type { KeyPurpose } from '../crypto/hkdf';
import { pad, unpad } from '../crypto/padding';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, utf8Encode, wipe } from '../shared/bytes';
import { decodeJson } from './body';

/** What something is kept for, in which vault, and the 32 bytes derived for that. */
export type Beside = { readonly purpose: KeyPurpose; readonly key: Bytes; readonly vaultId: Bytes };

function associate({ purpose, vaultId }: Beside): Bytes {
  return concatBytes(utf8Encode(purpose), vaultId);
}

/** Nonce and ciphertext of a value as JSON. */
export function sealBeside(beside: Beside, value: unknown, random: RandomBytes): Bytes {
  const nonce = random(NONCE_LENGTH);
  const content = utf8Encode(JSON.stringify(value));
  const padded = pad(content);
  const sealed = concatBytes(nonce, encrypt(beside.key, nonce, padded, associate(beside)));
  wipe(content, padded);
  return sealed;
}

/** The JSON value that {@link sealBeside} was given; null or undefined where the bytes are not what it made here. */
export function openBeside(beside: Beside, bytes: Bytes): unknown {
  const padded = decrypt(beside.key, bytes.slice(0, NONCE_LENGTH), bytes.slice(NONCE_LENGTH), associate(beside));
  const content = padded && unpad(padded);
  const value = content && decodeJson(content);
  if (padded !== null) wipe(padded);
  if (content !== null) wipe(content);
  return value;
}
