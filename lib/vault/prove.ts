// Invariant: an attempt is counted before it is looked at, so that a worker that is killed in the middle forgets none.
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AttemptStore, TooSoon } from './back-off';
import { countAttempt, rebase, tooSoon } from './back-off';
import type { Copy } from './copies';
import type { FoundKey, WrongWayIn } from './open';
import { findVaultKey, wrongWayIn } from './open';
import type { WayIn } from './slots';

export type ProofFailure = TooSoon | WrongWayIn;

type ProofPorts = { readonly attempts: AttemptStore; readonly now: () => number };

/** What a way in opens, or why not: it opens nothing, or came too soon after ones that did not. */
export async function proveWayIn(
  { attempts, now }: ProofPorts,
  copies: readonly Copy[],
  wayIn: WayIn,
): Promise<Result<FoundKey, ProofFailure>> {
  const nowMs = now();
  const known = await attempts.read();
  const rebased = rebase(known, nowMs);
  if (rebased !== null) await attempts.write(rebased);
  const wait = tooSoon(rebased ?? known, nowMs);
  if (wait !== null) return err(wait);
  await attempts.write(countAttempt(known, nowMs));
  const found = await findVaultKey(copies, wayIn);
  if (found === null) return err(wrongWayIn(wayIn));
  await attempts.clear();
  return ok(found);
}
