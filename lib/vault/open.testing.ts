import type { Result } from '../shared/result';
import { err } from '../shared/result';
import type { BodyFailure } from './body';
import type { Copy } from './copies';
import type { OpenVault, WrongWayIn } from './open';
import { findVaultKey, openNewest, wrongWayIn } from './open';
import type { WayIn } from './slots';

/** Opens a vault from its copies, as an unlock does that nothing has to wait for. */
export async function unlockCopies(
  copies: readonly Copy[],
  wayIn: WayIn,
): Promise<Result<OpenVault, WrongWayIn | BodyFailure>> {
  const found = await findVaultKey(copies, wayIn);
  return found === null ? err(wrongWayIn(wayIn)) : openNewest(copies, found.vaultKey);
}
