// Opening a copy that the person has chosen, whatever state the others are in. Invariant: what was chosen stays where it
// is until it has been written to another place, read back and opened there.

import type { EnvelopeFailure } from '../crypto/envelope';
import type { CopyName } from '../model/copy-name';
import { COPY_NAMES } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { Access, Replacement, Unlocked } from './access';
import type { BodyFailure } from './body';
import type { Copy, ParsedCopy } from './copies';
import { hasParsed, newestFirst, readCopies, readCopy } from './copies';
import { openNewest } from './open';
import type { PhaseFailure } from './phase';
import type { ProofFailure } from './prove';
import { proveWayIn } from './prove';
import type { SaveFailure } from './save';
import { headerAuthenticates } from './seal';
import { startSession } from './session';
import type { WayIn } from './slots';

/**
 * `copy-unreadable`: nothing is in that place, or it cannot be read; an {@link EnvelopeFailure} where it is no envelope that
 * may be opened. `older-copies-remain`: open, but another place would not take it. `save-failed`, `save-uncertain`: no place
 * took it for sure; where no live copy is left, it is open all the same.
 */
export type OpenCopyFailure =
  | ProofFailure
  | BodyFailure
  | SaveFailure
  | PhaseFailure
  | EnvelopeFailure
  | 'copy-unreadable'
  | 'older-copies-remain';

/** Whether copies that a later version wrote may be written over: only where the person has said so of just these. */
export type OverNewer = 'leave-newer' | 'over-newer';

/** Whether a later version wrote it, by its envelope or, where the key fits, by its body. */
function isNewer(copy: Copy, vaultKey: Bytes): boolean {
  if (copy.state === 'refused') return copy.failure === 'envelope-newer';
  const opened = openNewest([copy], vaultKey);
  return !opened.ok && opened.error === 'vault-newer';
}

/** The highest number that a holder of the key has given. What anybody may have written into a header does not count. */
function lastGeneration(copies: readonly Copy[], vaultKey: Bytes): number {
  const authentic = newestFirst(copies).filter(({ envelope }) => headerAuthenticates(envelope, vaultKey));
  return authentic[0]?.envelope.header.generation ?? 0;
}

/** Saves what is open as the newest save of all, to both live places and every spare one. */
async function saveAboveAll(
  access: Access,
  unlocked: Unlocked,
  overNewer: OverNewer,
): Promise<Result<Replacement, SaveFailure>> {
  const { vaultKey } = unlocked.session;
  const copies = await readCopies(access.ports.store, COPY_NAMES);
  if (overNewer === 'leave-newer' && copies.some(copy => isNewer(copy, vaultKey))) return err('vault-newer');
  const { envelope } = unlocked.copy;
  const header = { ...envelope.header, generation: lastGeneration(copies, vaultKey) };
  const copy: ParsedCopy = { ...unlocked.copy, envelope: { ...envelope, header } };
  // Should a place not take it now, the next unlock knows that what it holds is to be replaced.
  const body = { ...unlocked.body, oldestGeneration: header.generation + 1 };
  const saved = await access.save({ ...unlocked, copy }, { body }, 'anything');
  if (!saved.ok) return saved;
  const replacement = await access.replaceOlder(saved.value, 'anything');
  await access.forgetNewer(replacement.newest);
  return ok(replacement);
}

/** Makes the named copy the vault, and leaves it unlocked. The caller has it asked for by the person, in so many words. */
export async function openCopy(
  access: Access,
  name: CopyName,
  wayIn: WayIn,
  overNewer: OverNewer,
  lockCount: number,
): Promise<Result<null, OpenCopyFailure>> {
  const copy = await readCopy(access.ports.store, name);
  if (copy.state !== 'parsed') return err(copy.state === 'refused' ? copy.failure : 'copy-unreadable');
  const proven = await proveWayIn(access.ports, [copy], wayIn);
  if (!proven.ok) return proven;
  const { vaultKey } = proven.value;
  const opened = openNewest([copy], vaultKey);
  if (!opened.ok) return opened;
  const session = startSession(vaultKey, 0, access.ports.now(), opened.value.body.policy.lockAfterMinutes);
  const saved = await saveAboveAll(access, { ...opened.value, session, lockCount }, overNewer);
  if (!saved.ok) {
    // A disk that takes nothing any more keeps nobody out: the copy is open to be looked at, and nothing can be saved.
    const isAllThereIs = saved.error !== 'vault-newer' && !hasParsed(await readCopies(access.ports.store));
    if (isAllThereIs) await access.start(opened.value, vaultKey, lockCount);
    return saved;
  }
  const { newest, isComplete } = saved.value;
  const started = await access.start(newest, vaultKey, lockCount);
  return started.ok && !isComplete ? err('older-copies-remain') : started;
}

/** Makes the older save that is open the newest one: the person has seen both dates and wants this one. */
export async function keepOlder(access: Access): Promise<Result<null, OpenCopyFailure>> {
  const unlocked = await access.use();
  if (!unlocked.ok) return unlocked;
  const saved = await saveAboveAll(access, unlocked.value, 'leave-newer');
  if (!saved.ok) return saved;
  return saved.value.isComplete ? ok(null) : err('older-copies-remain');
}
