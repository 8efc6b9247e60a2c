import { formatSlot } from '../crypto/slot';
import type { Bytes } from '../shared/bytes';
import { hexEncode } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { VaultBody } from './body';
import { decodeBody } from './body';
import type { Copy, ParsedCopy } from './copies';
import { newestFirst } from './copies';
import { openSealed } from './seal';
import type { WayIn } from './slots';
import { unwrapVaultKey } from './slots';

/** The copy that holds the vault as it now is, and what is in it. */
export type OpenVault = { readonly copy: ParsedCopy; readonly body: VaultBody };

/** `wrong-password`: no slot of any copy opens. `vault-damaged`: one opened, and nothing behind it does. */
export type UnlockFailure = 'wrong-password' | 'vault-damaged';

/** The newest copy that authenticates under the vault key, or null where none does. */
export function openNewest(copies: readonly Copy[], vaultKey: Bytes): OpenVault | null {
  for (const copy of newestFirst(copies)) {
    const content = openSealed(copy.envelope, vaultKey);
    const body = content && decodeBody(content);
    if (body !== null) return { copy, body };
  }
  return null;
}

/**
 * Finds the vault key that a way in gives. Copies usually carry the very same slots, so a slot that did not open is not
 * tried a second time: a wrong password costs one derivation, not two.
 */
export async function findVaultKey(copies: readonly Copy[], wayIn: WayIn): Promise<Bytes | null> {
  const tried = new Set<string>();
  for (const { envelope } of newestFirst(copies)) {
    for (const slot of envelope.header.slots) {
      const fingerprint = hexEncode(formatSlot(slot));
      if (tried.has(fingerprint)) continue;
      tried.add(fingerprint);
      const vaultKey = await unwrapVaultKey(slot, envelope.header, wayIn);
      if (vaultKey !== null) return vaultKey;
    }
  }
  return null;
}

/** Opens a vault from its copies. See {@link UnlockFailure}: a wrong password is never called damage, nor the reverse. */
export async function unlockCopies(
  copies: readonly Copy[],
  wayIn: WayIn,
): Promise<Result<OpenVault & { readonly vaultKey: Bytes }, UnlockFailure>> {
  const vaultKey = await findVaultKey(copies, wayIn);
  if (vaultKey === null) return err('wrong-password');
  const opened = openNewest(copies, vaultKey);
  return opened === null ? err('vault-damaged') : ok({ ...opened, vaultKey });
}
