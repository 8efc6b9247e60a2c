// Opening a copy that the person has chosen, whatever state the others are in. Invariant: what was chosen stays where it
// is until it has been written to another place, read back and opened there.

import type { CopyName } from '../model/copy-name';
import { COPY_NAMES } from '../model/copy-name';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { Access, Replacement, Unlocked } from './access';
import type { BodyFailure } from './body';
import type { ParsedCopy } from './copies';
import { newestFirst, readCopies, readCopy } from './copies';
import { openNewest } from './open';
import type { PhaseFailure } from './phase';
import type { ProofFailure } from './prove';
import { proveWayIn } from './prove';
import type { SaveFailure } from './save';
import { startSession } from './session';
import type { WayIn } from './slots';

/** `copy-unreadable`: there is no envelope in that place. `older-copies-remain`: open, but another place would not take it. */
export type OpenCopyFailure =
  | ProofFailure
  | BodyFailure
  | SaveFailure
  | PhaseFailure
  | 'copy-unreadable'
  | 'older-copies-remain';

/** The number of the newest save that any place holds or that was ever seen. */
async function lastGeneration(access: Access): Promise<number> {
  const [newest] = newestFirst(await readCopies(access.ports.store, COPY_NAMES));
  const seen = await access.readSeen();
  return Math.max(newest?.envelope.header.generation ?? 0, seen?.generation ?? 0);
}

/** Saves what is open as the newest save of all, to both live places and every spare one. */
async function saveAboveAll(access: Access, unlocked: Unlocked): Promise<Result<Replacement, SaveFailure>> {
  const { envelope } = unlocked.copy;
  const header = { ...envelope.header, generation: await lastGeneration(access) };
  const copy: ParsedCopy = { ...unlocked.copy, envelope: { ...envelope, header } };
  const saved = await access.save({ ...unlocked, copy }, { body: unlocked.body }, 'anything');
  if (!saved.ok) return saved;
  return ok(await access.replaceOlder(saved.value, 'anything'));
}

/** Makes the named copy the vault, and leaves it unlocked. The caller has it asked for by the person, in so many words. */
export async function openCopy(
  access: Access,
  name: CopyName,
  wayIn: WayIn,
  lockCount: number,
): Promise<Result<null, OpenCopyFailure>> {
  const copy = await readCopy(access.ports.store, name);
  if (copy.state !== 'parsed') return err('copy-unreadable');
  const proven = await proveWayIn(access.ports, [copy], wayIn);
  if (!proven.ok) return proven;
  const opened = openNewest([copy], proven.value);
  if (!opened.ok) return opened;
  const session = startSession(proven.value, 0, access.ports.now(), opened.value.body.policy.lockAfterMinutes);
  const saved = await saveAboveAll(access, { ...opened.value, session, lockCount });
  if (!saved.ok) return saved;
  const { newest, isComplete } = saved.value;
  const started = await access.start(newest, proven.value, lockCount);
  return started.ok && !isComplete ? err('older-copies-remain') : started;
}

/** Makes the older save that is open the newest one: the person has seen both dates and wants this one. */
export async function keepOlder(access: Access): Promise<Result<null, OpenCopyFailure>> {
  const unlocked = await access.use();
  if (!unlocked.ok) return unlocked;
  const saved = await saveAboveAll(access, unlocked.value);
  if (!saved.ok) return saved;
  return saved.value.isComplete ? ok(null) : err('older-copies-remain');
}
