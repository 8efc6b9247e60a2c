import { formatSlot } from '../crypto/slot';
import type { Bytes } from '../shared/bytes';
import { hexEncode } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { BodyFailure, VaultBody } from './body';
import { decodeBody } from './body';
import type { Copy, ParsedCopy } from './copies';
import { newestFirst } from './copies';
import { openSealed } from './seal';
import type { WayIn } from './slots';
import { unwrapVaultKey } from './slots';

/** The copy that holds the vault as it now is, and what is in it. */
export type OpenVault = { readonly copy: ParsedCopy; readonly body: VaultBody };

/** No slot of any copy opens with what was given. */
export type WrongWayIn = 'wrong-password' | 'wrong-passkey' | 'wrong-recovery-code';

const WRONG: Readonly<Record<WayIn['type'], WrongWayIn>> = {
  password: 'wrong-password',
  passkey: 'wrong-passkey',
  recovery: 'wrong-recovery-code',
};

/** What is said of a way in that opens nothing. */
export function wrongWayIn(wayIn: WayIn): WrongWayIn {
  return WRONG[wayIn.type];
}

/**
 * The newest copy that authenticates under the vault key. `vault-damaged` where none does; `vault-newer` where the newest
 * one holds a body of a later version, behind which no older copy is offered: saving that one would be going back.
 */
export function openNewest(copies: readonly Copy[], vaultKey: Bytes): Result<OpenVault, BodyFailure> {
  for (const copy of newestFirst(copies)) {
    const content = openSealed(copy.envelope, vaultKey);
    if (content === null) continue;
    const body = decodeBody(content);
    if (body.ok) return ok({ copy, body: body.value });
    if (body.error === 'vault-newer') return body;
  }
  return err('vault-damaged');
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
