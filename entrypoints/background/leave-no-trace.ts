// Changes after which what was there before must not be found, neither in a copy of the vault nor on the disk beneath.
// Invariant: what a fault, a lock or the worker's death has cut short is noted, and caught up with after the next unlock.
import { scrubDisk } from '../../lib/browser/scrub-disk';
import { scrubItem } from '../../lib/browser/scrub-item';
import { isMade } from '../../lib/messages/failures';
import type { Reply } from '../../lib/messages/protocol';
import { vault } from './worker';

type Changed = Reply<'held.hold'>;

/**
 * Makes a change to the vault, and has the disk drop what it has written over. That takes some seconds: `waits` says whether
 * it belongs to the change, and a person is made to wait for it, or whether it follows by itself.
 */
export async function leaveNoTrace(
  change: () => Promise<Changed>,
  { waits }: { readonly waits: boolean },
): Promise<Changed> {
  const wasDue = await isDue();
  // What cannot be noted is let go: that the disk is full must not keep anybody from changing a password.
  await scrubItem.write(true).catch(() => undefined);
  const changed = await change();
  if (changed.ok) {
    const scrubbing = scrubNow();
    if (waits) await scrubbing;
  } else if (!wasDue && !isMade(changed.error)) {
    await scrubItem.clear().catch(() => undefined);
  }
  return changed;
}

/** Catches up with what was cut short, once an unlock has replaced the copies that were left. */
export async function scrubAfterUnlock(): Promise<void> {
  if (!(await isDue())) return;
  await vault.settled();
  await scrubNow();
}

async function isDue(): Promise<boolean> {
  return (await scrubItem.read().catch(() => null)) !== null;
}

async function scrubNow(): Promise<void> {
  await scrubDisk();
  await scrubItem.clear().catch(() => undefined);
}
