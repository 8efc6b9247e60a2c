// What a passkey-held account keeps sealed. Invariants: a seal opens in its own vault, for its own account, as itself, and
// under the held key only; every seal has a salt, a key and a nonce of its own.
import * as v from 'valibot';
import { decrypt, encrypt, NONCE_LENGTH } from '../crypto/aead';
import { deriveKey } from '../crypto/hkdf';
import { pad, unpad } from '../crypto/padding';
import type { Account, Holdable } from '../model/account';
import { holdableSchema } from '../model/account';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, utf8Encode, wipe } from '../shared/bytes';
import { decodeJson, encodeRevealed } from './body';

const PURPOSE = 'latchkey/v1/held';
const SEAL_ID_LENGTH = 16;
const SALT_LENGTH = 32;

const NOTHING: Holdable = { authenticator: null, earlierAuthenticators: [], backupCodes: [] };

/** The account's id is the one part without a fixed length, so no two readings of these bytes exist. */
function associatedData(vaultId: Bytes, accountId: string, sealId: Bytes): Bytes {
  return concatBytes(utf8Encode(PURPOSE), vaultId, utf8Encode(accountId), sealId);
}

/** Whether an account has anything in the open that a passkey could hold. */
export function hasHoldable({ authenticator, earlierAuthenticators, backupCodes }: Account): boolean {
  return authenticator !== null || earlierAuthenticators.length > 0 || backupCodes.length > 0;
}

/** The account with its authenticators and backup codes under seal and nowhere else. */
export function sealAccount(account: Account, vaultId: Bytes, heldKey: Bytes, random: RandomBytes): Account {
  const { authenticator, earlierAuthenticators, backupCodes } = account;
  const [sealId, salt, nonce] = [random(SEAL_ID_LENGTH), random(SALT_LENGTH), random(NONCE_LENGTH)];
  const content = encodeRevealed({ authenticator, earlierAuthenticators, backupCodes } satisfies Holdable);
  const padded = pad(content);
  const key = deriveKey(heldKey, PURPOSE, salt);
  const sealed = encrypt(key, nonce, padded, associatedData(vaultId, account.id, sealId));
  wipe(key, content, padded);
  const seal = {
    sealId: base64Encode(sealId),
    salt: base64Encode(salt),
    nonce: base64Encode(nonce),
    sealed: base64Encode(sealed),
  };
  return { ...account, ...NOTHING, seal };
}

/** What an account holds under seal, or null where it has no seal or this is not the key, vault or account of it. */
export function openHolding(account: Account, vaultId: Bytes, heldKey: Bytes): Holdable | null {
  const { seal } = account;
  if (seal === null) return null;
  const [sealId, salt, nonce, sealed] = [seal.sealId, seal.salt, seal.nonce, seal.sealed].map(base64Decode);
  if (!sealId || !salt || !nonce || !sealed) return null;
  const key = deriveKey(heldKey, PURPOSE, salt);
  const padded = decrypt(key, nonce, sealed, associatedData(vaultId, account.id, sealId));
  wipe(key);
  if (padded === null) return null;
  const content = unpad(padded);
  const parsed = v.safeParse(holdableSchema, content && decodeJson(content));
  wipe(padded, ...(content === null ? [] : [content]));
  return parsed.success ? parsed.output : null;
}
