// Changes after which no copy may be found as it was: ways in, the vault key, what a passkey holds. Invariant: success is
// said once both live copies and all spare ones are new; what a lock or a fault has left is caught up with at unlock.
import { wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { Access, Unlocked } from './access';
import type { BodyFailure } from './body';
import type { PhaseFailure } from './phase';
import type { ProofFailure } from './prove';
import { proveWayIn } from './prove';
import type { SaveFailure } from './save';
import type { WayIn } from './slots';
import type { Rewrite } from './ways-in';
import { isWeakerThanToday, replacePassword } from './ways-in';

/** `older-copies-remain`: done and saved, but a copy with what was there before could not be replaced yet. */
export type RewriteFailure = PhaseFailure | ProofFailure | BodyFailure | SaveFailure | 'older-copies-remain';

async function rewriteUnlocked<F>(
  access: Access,
  unlocked: Unlocked,
  make: Rewrite<F>,
): Promise<Result<null, F | RewriteFailure>> {
  const { random } = access.ports;
  const { copy, session, body, lockCount } = unlocked;
  const { header } = copy.envelope;
  const made = await make({ vaultKey: session.vaultKey, identity: header, slots: header.slots, body, random });
  if (!made.ok) return made;
  // Once begun, every copy is rewritten even if a lock comes between: half a change would be the worst outcome.
  if (lockCount !== access.live.lockCount) return err('vault-locked');
  const oldestGeneration = header.generation + 1;
  const saved = await access.save(unlocked, { ...made.value, body: { ...made.value.body, oldestGeneration } });
  if (!saved.ok) return saved;
  const { isComplete } = await access.replaceOlder(saved.value);
  return isComplete ? ok(null) : err('older-copies-remain');
}

/** Makes a change once a way in has been shown anew; `null` where the change asks for none. */
export async function rewrite<F>(
  access: Access,
  proof: WayIn | null,
  make: Rewrite<F>,
): Promise<Result<null, F | RewriteFailure>> {
  const unlocked = await access.use();
  if (!unlocked.ok) return unlocked;
  if (proof !== null) {
    const proven = await proveWayIn(access.ports, [unlocked.value.copy], proof);
    if (!proven.ok) return proven;
    wipe(proven.value.vaultKey);
  }
  return rewriteUnlocked(access, unlocked.value, make);
}

/**
 * What an unlock sets right without a word (and a worker's start, which has no `wayIn`): a password slot of lower costs than today's, and copies that an interrupted
 * change has left behind.
 */
export async function mend(access: Access, wayIn: WayIn | null): Promise<void> {
  const unlocked = await access.use();
  if (!unlocked.ok) return;
  const { slots } = unlocked.value.copy.envelope.header;
  if (wayIn?.type === 'password' && slots.some(slot => isWeakerThanToday(slot, wayIn))) {
    await rewriteUnlocked(access, unlocked.value, replacePassword(wayIn.password));
  } else if (await access.hasOlderCopies(unlocked.value)) {
    await access.replaceOlder(unlocked.value);
  }
}
