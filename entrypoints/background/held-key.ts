// The held key in the worker. Invariants: it comes from a touch, serves what was asked for and is wiped; between two acts it
// exists only where the person chose minutes for which a touch serves, in session storage, and never past a lock.
import { heldKeyItem } from '../../lib/browser/held-key-item';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { Account, Holdable } from '../../lib/model/account';
import type { Bytes } from '../../lib/shared/bytes';
import { wipe } from '../../lib/shared/bytes';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import { findAccount } from '../../lib/vault/accounts';
import type { VaultBody } from '../../lib/vault/body';
import type { FindHeldKey } from '../../lib/vault/held';
import { byTouch, isHeldKeyOf } from '../../lib/vault/held';
import type { HeldTouch } from '../../lib/vault/held-key';
import { openHolding } from '../../lib/vault/held-seal';
import { isKeptValid, keepFor } from '../../lib/vault/kept-held-key';
import { withBody } from './with-body';
import { vault } from './worker';

/** The key that is kept, or null where none is or it may not be used any more. Whoever asks wipes it. */
async function readKept(body: VaultBody, vaultId: Bytes): Promise<Bytes | null> {
  const kept = await heldKeyItem.read();
  if (kept === null) return null;
  const isUsable = isKeptValid(kept, Date.now(), await vault.unlockedAtMs());
  if (isUsable && isHeldKeyOf(body, vaultId, kept.heldKey)) return kept.heldKey;
  wipe(kept.heldKey);
  return null;
}

async function keep(heldKey: Bytes, { held }: VaultBody): Promise<void> {
  const unlockedAtMs = await vault.unlockedAtMs();
  const kept = keepFor(held?.keepOpenMinutes ?? 0, heldKey, unlockedAtMs, Date.now());
  if (kept === null) return;
  await heldKeyItem.write(kept);
  // A lock that came meanwhile has cleared before this was written.
  if ((await vault.unlockedAtMs()) !== unlockedAtMs) await heldKeyItem.clear();
}

/** Takes away the key that is kept, if one is. */
export async function dropHeldKey(): Promise<void> {
  await heldKeyItem.clear();
}

/** What held accounts hold, by account id, while a touch still serves; empty where none does. */
export async function readKeptHoldings(body: VaultBody): Promise<ReadonlyMap<string, Holdable>> {
  const vaultId = await vault.vaultId();
  const heldKey = vaultId && (await readKept(body, vaultId));
  if (!vaultId || !heldKey) return new Map();
  const holdings = body.accounts.flatMap(account => {
    const holding = openHolding(account, vaultId, heldKey);
    return holding === null ? [] : [[account.id, holding] as const];
  });
  wipe(heldKey);
  return new Map(holdings);
}

/** Finds the held key by a touch, which is wiped and serves once, or without one where the key is kept. */
export function findHeldKey(touch: HeldTouch | null): FindHeldKey {
  return async (body, vaultId) => {
    if (touch !== null) {
      const found = await byTouch(touch)(body, vaultId);
      wipe(touch.type === 'passkey' ? touch.prfOutput : touch.code);
      return found;
    }
    if (body.held === null) return err('held-not-set-up');
    const kept = await readKept(body, vaultId);
    return kept === null ? err('held-touch-needed') : ok(kept);
  };
}

/** Lets a use have the held key, wipes it, and keeps it before that for as long as the person chose. */
export function withHeldKey<T>(
  touch: HeldTouch | null,
  use: (heldKey: Bytes, body: VaultBody, vaultId: Bytes) => Result<T, readonly Failure[]>,
): Promise<Result<T, readonly Failure[]>> {
  return withBody(async body => {
    const vaultId = await vault.vaultId();
    if (vaultId === null) return err([failure('vault-locked')]);
    const found = await findHeldKey(touch)(body, vaultId);
    if (!found.ok) return err([failure(found.error)]);
    try {
      const used = use(found.value, body, vaultId);
      if (used.ok && touch !== null) await keep(found.value, body);
      return used;
    } finally {
      wipe(found.value);
    }
  });
}

/** Lets a use have what an account holds. */
export function withHolding<T>(
  accountId: string,
  touch: HeldTouch | null,
  use: (holding: Holdable, account: Account) => Result<T, readonly Failure[]>,
): Promise<Result<T, readonly Failure[]>> {
  return withHeldKey(touch, (heldKey, body, vaultId) => {
    const account = findAccount(body, accountId);
    if (account === null) return err([failure('account-missing')]);
    if (account.seal === null) return err([failure('held-nothing')]);
    const holding = openHolding(account, vaultId, heldKey);
    return holding === null ? err([failure('held-wrong-touch')]) : use(holding, account);
  });
}
