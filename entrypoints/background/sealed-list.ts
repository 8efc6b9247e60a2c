// A list that is kept beside the vault, sealed. Invariants: one look or change at a time, and only while unlocked; what
// does not open is taken for an empty list, and written over; a new vault key takes it along.
import { randomBytes } from '../../lib/browser/random';
import type { KeyPurpose } from '../../lib/crypto/hkdf';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { Bytes, RandomBytes } from '../../lib/shared/bytes';
import { equalBytes, wipe } from '../../lib/shared/bytes';
import type { Result } from '../../lib/shared/result';
import { err, ok } from '../../lib/shared/result';
import { createSerialQueue } from '../../lib/shared/serial-queue';
import type { VaultBody } from '../../lib/vault/body';
import { withBody } from './with-body';
import { vault } from './worker';

/** Where a list lies, how it is sealed, and what of it may be kept of a vault. */
export type ListParts<T> = {
  readonly item: { read(): Promise<Bytes | null>; write(sealed: Bytes): Promise<void>; clear(): Promise<void> };
  readonly purpose: KeyPurpose;
  readonly seal: (key: Bytes, vaultId: Bytes, list: readonly T[], random: RandomBytes) => Bytes;
  readonly open: (key: Bytes, vaultId: Bytes, bytes: Bytes) => readonly T[] | null;
  readonly tidy: (list: readonly T[], body: VaultBody) => readonly T[];
};

export type SealedList<T> = {
  /** What is kept now. */
  read(): Promise<Result<readonly T[], readonly Failure[]>>;
  /** Makes a change to what is kept. Nothing is written where it comes to nothing. */
  change(change: (list: readonly T[]) => readonly T[]): Promise<Result<null, readonly Failure[]>>;
  /** Makes a change after which the vault may have another key, and takes the list along. */
  keepAcross<R>(change: () => Promise<R>): Promise<R>;
};

/** What a list is sealed with. */
type Lock = { readonly key: Bytes; readonly vaultId: Bytes };

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}

/** Makes the one access to a list. */
export function createSealedList<T>({ item, purpose, seal, open, tidy }: ListParts<T>): SealedList<T> {
  const enqueue = createSerialQueue();

  /** Null while the vault is locked. The caller wipes the key. */
  async function deriveLock(): Promise<Lock | null> {
    const vaultId = await vault.vaultId();
    const key = await vault.subkey(purpose);
    return vaultId && key && { key, vaultId };
  }

  /** Null where something is stored that does not open, as what an earlier vault key sealed. */
  async function readUnder({ key, vaultId }: Lock): Promise<readonly T[] | null> {
    const sealed = await item.read();
    return sealed === null ? [] : open(key, vaultId, sealed);
  }

  async function writeUnder({ key, vaultId }: Lock, list: readonly T[]): Promise<void> {
    if (list.length === 0) await item.clear();
    else await item.write(seal(key, vaultId, list, randomBytes));
  }

  function use<R>(
    look: (list: readonly T[] | null, body: VaultBody, lock: Lock) => Promise<R>,
  ): Promise<Result<R, readonly Failure[]>> {
    return enqueue(() =>
      withBody(async body => {
        const lock = await deriveLock();
        if (lock === null) return err([failure('vault-locked')]);
        try {
          return ok(await look(await readUnder(lock), body, lock));
        } finally {
          wipe(lock.key);
        }
      }),
    );
  }

  return {
    read: () => use(async (list, body) => tidy(list ?? [], body)),

    change: change =>
      use(async (list, body, lock) => {
        const changed = tidy(change(list ?? []), body);
        if (list === null || !isSame(list, changed)) await writeUnder(lock, changed);
        return null;
      }),

    keepAcross: change =>
      enqueue(async () => {
        const before = await deriveLock();
        const list = before && (await readUnder(before).catch(() => null));
        const result = await change();
        const after = await deriveLock();
        // What was changed is changed: a list that cannot come along must not make it look as if it had failed.
        if (list && before && after && !equalBytes(before.key, after.key)) {
          await writeUnder(after, list).catch(() => undefined);
        }
        for (const lock of [before, after]) if (lock !== null) wipe(lock.key);
        return result;
      }),
  };
}
