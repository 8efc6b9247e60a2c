// Invariants: a save goes to the copy that does not hold the vault as it now is; it counts only once it was read back,
// compared and decrypted; nothing is ever removed; what is newer, by version or by generation, is never written over.
import type { VaultIdentity } from '../crypto/envelope';
import { ENVELOPE_CAP_BYTES, parseEnvelope } from '../crypto/envelope';
import type { Slot } from '../crypto/slot';
import { formatSlot } from '../crypto/slot';
import type { CopyName, LiveName } from '../model/copy-name';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { concatBytes, equalBytes, wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { VaultBody } from './body';
import { encodeBody } from './body';
import type { EnvelopeStore, ParsedCopy } from './copies';
import { readCopy } from './copies';
import type { OpenVault } from './open';
import { openBody } from './open';
import { openSealed, sealVault } from './seal';

/**
 * `save-failed`: the store refused, lost or changed the bytes, or holds newer ones; what was stored stands.
 * `save-uncertain`: what the store was given could not be read back, so nobody knows whether it stands. `vault-full`:
 * over the cap. `vault-newer`: the other copy was written by a later version, and is left alone.
 */
export type SaveFailure = 'save-failed' | 'save-uncertain' | 'vault-full' | 'vault-newer';

/** What a save writes: a generation of a vault, under its key. */
export type NextSave = VaultIdentity & {
  readonly generation: number;
  readonly slots: readonly Slot[];
  readonly vaultKey: Bytes;
};

export type SavePorts = { readonly store: EnvelopeStore; readonly random: RandomBytes };

/** Whether whatever lies in the place of a save may be written over, as the person has seen to it. */
export type Overwriting = 'what-is-older' | 'anything';

/** The live copy that the save after `current` goes to. From a spare, that is the first one. */
export function otherCopy(current: CopyName): LiveName {
  return current === 'a' ? 'b' : 'a';
}

/** The bytes of an envelope that parsed. */
export function bytesOf({ envelope }: ParsedCopy): Bytes {
  return concatBytes(envelope.associated, envelope.ciphertext);
}

/**
 * Why a copy must not be written over, or null: a later version of Latchkey wrote it, it cannot be read just now, or it
 * holds a save that is no older than the one to be written, which a read that failed for a moment had hidden. Of a copy
 * that cannot be read nothing is feared where `highestSeen`, the last save known of, is what is open now.
 */
async function mustStand(
  store: EnvelopeStore,
  name: CopyName,
  save: NextSave,
  highestSeen: number | null,
): Promise<SaveFailure | null> {
  const copy = await readCopy(store, name);
  if (copy.state === 'refused') return copy.failure === 'envelope-newer' ? 'vault-newer' : null;
  if (copy.state === 'unreadable') return highestSeen !== null && save.generation > highestSeen ? null : 'save-failed';
  if (copy.state !== 'parsed' || copy.envelope.header.generation < save.generation) return null;
  const content = openSealed(copy.envelope, save.vaultKey);
  if (content !== null) wipe(content);
  return content !== null || isUnderAnotherKey(copy, save, highestSeen) ? 'save-failed' : null;
}

/**
 * Whether a copy that does not open is a later save of this vault under a key made since, rather than a damaged one: its
 * number is one that was seen, and its ways in are others.
 */
function isUnderAnotherKey({ envelope }: ParsedCopy, save: NextSave, highestSeen: number | null): boolean {
  const { vaultId, generation, slots } = envelope.header;
  if (!equalBytes(vaultId, save.vaultId) || highestSeen === null || generation > highestSeen) return false;
  return !equalBytes(concatBytes(...slots.map(formatSlot)), concatBytes(...save.slots.map(formatSlot)));
}

/** What lies in a place; undefined where that cannot be said, though it was asked twice. */
async function readBackFrom(store: EnvelopeStore, name: CopyName): Promise<Bytes | null | undefined> {
  return store.read(name).catch(() => store.read(name).catch(() => undefined));
}

/** What stands where a save is to go, and how the save may treat it. */
export type SaveTarget = {
  readonly name: CopyName;
  readonly overwriting: Overwriting;
  readonly highestSeen: number | null;
};

/** Seals a body, writes it to the named copy and proves that it can be opened again. */
export async function saveCopy(
  { store, random }: SavePorts,
  { name, overwriting, highestSeen }: SaveTarget,
  save: NextSave,
  body: VaultBody,
): Promise<Result<OpenVault, SaveFailure>> {
  const content = encodeBody(body);
  const bytes = sealVault(save.vaultKey, save, content, random);
  try {
    if (bytes.length > ENVELOPE_CAP_BYTES) return err('vault-full');
    const refusal = overwriting === 'anything' ? null : await mustStand(store, name, save, highestSeen);
    if (refusal !== null) return err(refusal);
    // A store that says that it refused may have written all the same: only what lies there tells.
    const isTaken = await store.write(name, bytes, body.savedAtMs).then(
      () => true,
      () => false,
    );
    const readBack = await readBackFrom(store, name);
    if (readBack === undefined) return err(isTaken ? 'save-uncertain' : 'save-failed');
    if (readBack === null || !equalBytes(readBack, bytes)) return err('save-failed');
    const parsed = parseEnvelope(readBack);
    // The bytes are those that were sealed, so what opens is the content, unless sealing itself went wrong.
    const saved = parsed.ok ? openBody(parsed.value, save.vaultKey) : null;
    if (!parsed.ok || !saved?.ok) return err('save-failed');
    return ok({ copy: { name, state: 'parsed', envelope: parsed.value }, body: saved.value });
  } catch {
    return err('save-failed');
  } finally {
    wipe(content);
  }
}
