// Invariants: a save goes to the copy that does not hold the vault as it now is; it counts only once it was read back,
// compared and decrypted; nothing is ever removed; what is newer, by version or by generation, is never written over.
import type { VaultIdentity } from '../crypto/envelope';
import { ENVELOPE_CAP_BYTES, parseEnvelope } from '../crypto/envelope';
import type { Slot } from '../crypto/slot';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { equalBytes, wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { VaultBody } from './body';
import { decodeBody, encodeBody } from './body';
import type { CopyName, EnvelopeStore } from './copies';
import { readCopy } from './copies';
import type { OpenVault } from './open';
import { openSealed, sealVault } from './seal';

/** `save-failed`: the store refused, lost or changed the bytes, or holds newer ones; what was stored stands. `vault-full`: over the cap. */
export type SaveFailure = 'save-failed' | 'vault-full';

/** What a save writes: the next generation of a vault. */
export type NextSave = VaultIdentity & { readonly generation: number; readonly slots: readonly Slot[] };

/** The copy that the save after `current` goes to. */
export function otherCopy(current: CopyName): CopyName {
  return current === 'a' ? 'b' : 'a';
}

/** What follows `opened`: same vault, next generation, same ways in unless others are given. */
export function nextSaveAfter({ copy }: OpenVault, slots: readonly Slot[] = copy.envelope.header.slots): NextSave {
  const { namespace, vaultId, generation } = copy.envelope.header;
  return { namespace, vaultId, generation: generation + 1, slots };
}

/**
 * Whether a copy must not be written over: a later version of Latchkey wrote it, it cannot be read just now, or it holds a
 * save that is no older than the one to be written, which a read that failed for a moment had hidden.
 */
async function mustStand(store: EnvelopeStore, name: CopyName, generation: number, vaultKey: Bytes): Promise<boolean> {
  const copy = await readCopy(store, name);
  if (copy.state === 'refused') return copy.failure === 'envelope-newer';
  if (copy.state === 'unreadable') return true;
  if (copy.state !== 'parsed' || copy.envelope.header.generation < generation) return false;
  const content = openSealed(copy.envelope, vaultKey);
  if (content !== null) wipe(content);
  return content !== null;
}

/** Seals a body, writes it to the named copy and proves that it can be opened again. */
export async function saveCopy(
  store: EnvelopeStore,
  name: CopyName,
  save: NextSave,
  body: VaultBody,
  vaultKey: Bytes,
  random: RandomBytes,
): Promise<Result<OpenVault, SaveFailure>> {
  const content = encodeBody(body);
  const bytes = sealVault(vaultKey, save, content, random);
  try {
    if (bytes.length > ENVELOPE_CAP_BYTES) return err('vault-full');
    if (await mustStand(store, name, save.generation, vaultKey)) return err('save-failed');
    await store.write(name, bytes);
    const readBack = await store.read(name);
    if (readBack === null || !equalBytes(readBack, bytes)) return err('save-failed');
    const parsed = parseEnvelope(readBack);
    const reopened = parsed.ok ? openSealed(parsed.value, vaultKey) : null;
    const saved = reopened && equalBytes(reopened, content) ? decodeBody(reopened) : null;
    if (!parsed.ok || saved === null) return err('save-failed');
    return ok({ copy: { name, state: 'parsed', envelope: parsed.value }, body: saved });
  } catch {
    return err('save-failed');
  } finally {
    wipe(content);
  }
}
