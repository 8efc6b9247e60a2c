// Copies in the other kind of store. Invariants: they are written after a save has succeeded and never stand in its way;
// the one written over is the oldest.

import type { SpareName } from '../model/copy-name';
import { SPARE_NAMES } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';
import { equalBytes } from '../shared/bytes';
import type { Copy, EnvelopeStore } from './copies';
import { readCopies } from './copies';
import type { OpenVault } from './open';
import { bytesOf } from './save';
import { headerAuthenticates } from './seal';

/** Higher is dearer: an empty place costs nothing, and of authentic envelopes the newest is the last to go. */
function worthOf(copy: Copy, vaultKey: Bytes): number {
  if (copy.state === 'empty') return -2;
  const isAuthentic = copy.state === 'parsed' && headerAuthenticates(copy.envelope, vaultKey);
  return isAuthentic ? copy.envelope.header.generation : -1;
}

async function writeChecked(store: EnvelopeStore, name: SpareName, bytes: Bytes, savedAtMs: number): Promise<boolean> {
  try {
    await store.write(name, bytes, savedAtMs);
    const readBack = await store.read(name);
    return readBack !== null && equalBytes(readBack, bytes);
  } catch {
    return false;
  }
}

/** Puts a save that has succeeded into the oldest of the spare places; false where the store would not take it. */
export async function keepSpare(store: EnvelopeStore, { copy, body }: OpenVault, vaultKey: Bytes): Promise<boolean> {
  const copies = await readCopies(store, SPARE_NAMES);
  const worths = copies.map(spare => worthOf(spare, vaultKey));
  const name = SPARE_NAMES[worths.indexOf(Math.min(...worths))] ?? 'spare-1';
  return writeChecked(store, name, bytesOf(copy), body.savedAtMs);
}

/** Puts a save into every spare place, so that nothing older is left in any; false where one would not take it. */
export async function replaceSpares(store: EnvelopeStore, { copy, body }: OpenVault): Promise<boolean> {
  const bytes = bytesOf(copy);
  const replaced = await Promise.all(SPARE_NAMES.map(name => writeChecked(store, name, bytes, body.savedAtMs)));
  return replaced.every(Boolean);
}
