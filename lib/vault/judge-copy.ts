// Whether a copy is what the holder of the vault key sealed. Invariant: what is decrypted to tell is wiped and read by nobody.
import { equalBytes, wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import type { Unlocked } from './access';
import type { ParsedCopy } from './copies';
import { hasSlot } from './open';
import { openSealed } from './seal';

/**
 * `in-use`: the copy that is open. `same-save`: its very bytes in another place. `whole`: another save, to its last byte. `damaged`:
 * one of this vault key that somebody or something has changed. `unproven`: of another vault or an earlier vault key, of
 * which this key says nothing.
 */
export type Judgement = 'in-use' | 'same-save' | 'whole' | 'damaged' | 'unproven';

/** What the key of the open vault says of a copy that parsed; `unproven` while none is open. */
export function judgeCopy(copy: ParsedCopy, unlocked: Result<Unlocked, unknown>): Judgement {
  if (!unlocked.ok) return 'unproven';
  const { copy: open, session } = unlocked.value;
  const { header, headerMac } = copy.envelope;
  if (!equalBytes(header.vaultId, open.envelope.header.vaultId)) return 'unproven';
  const content = openSealed(copy.envelope, session.vaultKey);
  if (content !== null) {
    wipe(content);
    if (!equalBytes(headerMac, open.envelope.headerMac)) return 'whole';
    return copy.name === open.name ? 'in-use' : 'same-save';
  }
  // A slot wraps one vault key only: a copy that shares one was sealed under this key, and is not any more what it was.
  return open.envelope.header.slots.some(slot => hasSlot(copy, slot)) ? 'damaged' : 'unproven';
}
