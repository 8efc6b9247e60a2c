// Changes after which what was there before must not be found, neither in a copy nor on the disk beneath. Invariant: what a
// lock, a fault or the worker's death has cut short is noted on the disk, and caught up with after the next unlock.
import { scrubDisk } from '../../lib/browser/scrub-disk';
import { scrubItem } from '../../lib/browser/scrub-item';
import type { Result } from '../../lib/shared/result';
import type { RewriteFailure } from '../../lib/vault/rewrite';
import type { WayIn } from '../../lib/vault/slots';
import type { Rewrite } from '../../lib/vault/ways-in';
import { vault } from './worker';

/** Makes a change in every copy, and has the disk drop what it has written over. See `Vault.rewrite`. */
export async function rewriteForGood<F>(
  proof: WayIn | null,
  make: Rewrite<F>,
): Promise<Result<null, F | RewriteFailure>> {
  const changed = await vault.rewrite<F>(proof, async now => {
    const made = await make(now);
    // Noted before anything is written, and nothing where nothing will be.
    if (made.ok) await scrubItem.write(true);
    return made;
  });
  // Copies that could not be replaced yet are replaced at the next unlock, and the disk is seen to after that.
  if (changed.ok) await scrubNow();
  return changed;
}

async function scrubNow(): Promise<void> {
  await scrubDisk();
  await scrubItem.clear();
}

/** Catches up with what was cut short, once an unlock has replaced the copies that were left. */
export async function scrubAfterUnlock(): Promise<void> {
  if ((await scrubItem.read()) === null) return;
  await vault.settled();
  await scrubNow();
}
