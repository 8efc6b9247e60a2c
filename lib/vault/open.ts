import type { Envelope, Header } from '../crypto/envelope';
import type { Slot } from '../crypto/slot';
import { formatSlot } from '../crypto/slot';
import type { Bytes } from '../shared/bytes';
import { equalBytes, hexEncode, wipe } from '../shared/bytes';
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

/** What an envelope holds, or null where it is not what the holder of the vault key sealed. */
export function openBody(envelope: Envelope, vaultKey: Bytes): Result<VaultBody, BodyFailure> | null {
  const content = openSealed(envelope, vaultKey);
  if (content === null) return null;
  const body = decodeBody(content);
  wipe(content);
  return body;
}

/**
 * The newest copy that authenticates under the vault key. `vault-damaged` where none does; `vault-newer` where the newest
 * one holds a body of a later version, behind which no older copy is offered: saving that one would be going back.
 */
export function openNewest(copies: readonly Copy[], vaultKey: Bytes): Result<OpenVault, BodyFailure> {
  for (const copy of newestFirst(copies)) {
    const body = openBody(copy.envelope, vaultKey);
    if (body?.ok) return ok({ copy, body: body.value });
    if (body?.error === 'vault-newer') return body;
  }
  return err('vault-damaged');
}

/** The vault key, and the slot that gave it. */
export type FoundKey = { readonly vaultKey: Bytes; readonly slot: Slot };

/** Whether a copy still has this very slot: a way in that was removed may stand in an older copy, and opens no newer one. */
export function hasSlot({ envelope }: ParsedCopy, slot: Slot): boolean {
  const sought = formatSlot(slot);
  return envelope.header.slots.some(other => equalBytes(formatSlot(other), sought));
}

/**
 * Finds the vault key that a way in gives. Copies usually carry the very same slots, so a slot that did not open is not
 * tried a second time: a wrong password costs one derivation, not two.
 */
export async function findVaultKey(copies: readonly Copy[], wayIn: WayIn): Promise<FoundKey | null> {
  for (const { slot, header } of distinctSlots(copies)) {
    const vaultKey = await unwrapVaultKey(slot, header, wayIn);
    if (vaultKey !== null) return { vaultKey, slot };
  }
  return null;
}

/** The slots of copies, newest first and each once. */
export function listSlots(copies: readonly Copy[]): readonly Slot[] {
  return distinctSlots(copies).map(({ slot }) => slot);
}

function distinctSlots(copies: readonly Copy[]): readonly { readonly slot: Slot; readonly header: Header }[] {
  const bySlot = new Map<string, { readonly slot: Slot; readonly header: Header }>();
  for (const { envelope } of newestFirst(copies)) {
    for (const slot of envelope.header.slots) {
      const bytes = hexEncode(formatSlot(slot));
      if (!bySlot.has(bytes)) bySlot.set(bytes, { slot, header: envelope.header });
    }
  }
  return [...bySlot.values()];
}
