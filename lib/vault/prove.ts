// Invariant: an attempt is counted before it is looked at, so that a worker that is killed in the middle forgets none.
import type { Bytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AttemptStore, TooSoon } from './back-off';
import { countAttempt, rebase, tooSoon } from './back-off';
import type { Copy } from './copies';
import type { WrongWayIn } from './open';
import { findVaultKey, wrongWayIn } from './open';
import type { WayIn } from './slots';

export type ProofFailure = TooSoon | WrongWayIn;

type ProofPorts = { readonly attempts: AttemptStore; readonly now: () => number };

/** The vault key that a way in gives, or why not: it opens nothing, or came too soon after ones that did not. */
export async function proveWayIn(
  { attempts, now }: ProofPorts,
  copies: readonly Copy[],
  wayIn: WayIn,
): Promise<Result<Bytes, ProofFailure>> {
  const nowMs = now();
  const known = await attempts.read();
  const rebased = rebase(known, nowMs);
  if (rebased !== null) await attempts.write(rebased);
  const wait = tooSoon(rebased ?? known, nowMs);
  if (wait !== null) return err(wait);
  await attempts.write(countAttempt(known, nowMs));
  const vaultKey = await findVaultKey(copies, wayIn);
  if (vaultKey === null) return err(wrongWayIn(wayIn));
  await attempts.clear();
  return ok(vaultKey);
}
