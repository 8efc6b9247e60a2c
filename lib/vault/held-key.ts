// The key that passkey-held accounts are sealed under. Invariants: it is wrapped for passkeys and for its own recovery code
// and for nothing else, so no way into the vault gives it; what a passkey or the code gives only ever wraps it.
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH } from '../crypto/aead';
import { deriveKey } from '../crypto/hkdf';
import type { HeldKey, HeldPasskey } from '../model/held';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, utf8Encode, wipe } from '../shared/bytes';

/** What opens the held key, presented: a touch of one of its passkeys (32 bytes), or its recovery code (at least 16). */
export type HeldTouch =
  | { readonly type: 'passkey'; readonly wrapId: string; readonly prfOutput: Bytes }
  | { readonly type: 'recovery'; readonly code: Bytes };

/** The held key as it stands in a body, for one passkey or for the recovery code. */
export type HeldWrap = Pick<HeldPasskey, 'wrapId' | 'nonce' | 'wrappedKey'>;

const PURPOSE = 'latchkey/v1/held-kek';
const WRAP_ID_LENGTH = 16;

/** A new random held key: 32 bytes. */
export function makeHeldKey(random: RandomBytes): Bytes {
  return random(KEY_LENGTH);
}

function associatedData(vaultId: Bytes, wrapId: Bytes): Bytes {
  return concatBytes(utf8Encode(PURPOSE), vaultId, wrapId);
}

/** Wraps the held key under what a passkey or the recovery code gives. */
export function wrapHeldKey(heldKey: Bytes, vaultId: Bytes, given: Bytes, random: RandomBytes): HeldWrap {
  const [wrapId, nonce] = [random(WRAP_ID_LENGTH), random(NONCE_LENGTH)];
  const wrappingKey = deriveKey(given, PURPOSE, wrapId);
  const wrappedKey = encrypt(wrappingKey, nonce, heldKey, associatedData(vaultId, wrapId));
  wipe(wrappingKey);
  return { wrapId: base64Encode(wrapId), nonce: base64Encode(nonce), wrappedKey: base64Encode(wrappedKey) };
}

/** The held key, or null where this does not open it: other passkey, other code, other vault, altered wrap. */
export function unwrapHeldKey(held: HeldKey, vaultId: Bytes, touch: HeldTouch): Bytes | null {
  const isMeant = ({ wrapId }: HeldWrap) => touch.type === 'passkey' && wrapId === touch.wrapId;
  const wrap = touch.type === 'recovery' ? held.recovery : held.passkeys.find(isMeant);
  if (wrap === undefined) return null;
  const [wrapId, nonce, wrappedKey] = [wrap.wrapId, wrap.nonce, wrap.wrappedKey].map(base64Decode);
  // The body's schema has read all three as base64 already.
  if (!wrapId || !nonce || !wrappedKey) return null;
  const wrappingKey = deriveKey(touch.type === 'recovery' ? touch.code : touch.prfOutput, PURPOSE, wrapId);
  const heldKey = decrypt(wrappingKey, nonce, wrappedKey, associatedData(vaultId, wrapId));
  wipe(wrappingKey);
  return heldKey;
}
