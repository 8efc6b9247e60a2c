// The one writer of the vault. Invariants: changes are applied one at a time; every access first checks that the session
// still holds; what was decrypted is dropped at lock; an operation that a lock overtook leaves nothing decrypted behind.
import { VAULT_ID_LENGTH } from '../crypto/envelope';
import type { KeyPurpose } from '../crypto/hkdf';
import { deriveKey } from '../crypto/hkdf';
import type { Slot } from '../crypto/slot';
import type { CopyName } from '../model/copy-name';
import { LIVE_NAMES, SPARE_NAMES } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';
import { forgetLastMatch } from '../shared/forget-last-match';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { createSerialQueue } from '../shared/serial-queue';
import type { VaultPorts } from './access';
import { Access } from './access';
import { purgeRemoved } from './accounts';
import type { BodyFailure, VaultBody } from './body';
import { emptyBody } from './body';
import type { ParsedCopy } from './copies';
import { hasParsed, readCopies } from './copies';
import { judgeCopy } from './judge-copy';
import { hasSlot, listSlots, openNewest, wrongWayIn } from './open';
import type { Phase, PhaseFailure } from './phase';
import type { ProofFailure } from './prove';
import { proveWayIn } from './prove';
import type { OpenCopyFailure, OverNewer } from './recover';
import { keepOlder, openCopy } from './recover';
import type { RewriteFailure } from './rewrite';
import { mend, rewrite } from './rewrite';
import type { SaveFailure } from './save';
import { saveCopy } from './save';
import { makeVaultKey } from './seal';
import type { Rollback } from './seen';
import { findRollback, newerSeen } from './seen';
import { extendSession, shortenSession } from './session';
import type { WayIn } from './slots';
import type { Rewrite, WayInEntry } from './ways-in';
import { listWaysIn, wrapPassword } from './ways-in';

export class Vault {
  readonly #access: Access;
  readonly #enqueue = createSerialQueue();
  /** How many unlocks are under way: their session must not be taken for the expired one that they replace. */
  #unlocking = 0;

  constructor(ports: VaultPorts) {
    this.#access = new Access(ports);
  }

  /** Where the vault stands now, derived from what is stored. */
  phase(): Promise<Phase> {
    return this.#access.phase();
  }

  /**
   * When the vault was unlocked, in milliseconds since 1970; null while it is not. What was begun under one unlock does not
   * go on under the next.
   */
  async unlockedAtMs(): Promise<number | null> {
    return (await this.#access.live.read())?.issuedAtMs ?? null;
  }

  /** When the unlocked vault locks by itself, in milliseconds since 1970; null while it is not unlocked. */
  async locksAtMs(): Promise<number | null> {
    return (await this.#access.live.read())?.deadlineMs ?? null;
  }

  /** The number of the save that is open, which rises with every change; 0 while nothing is. */
  generation(): number {
    return this.#access.opened?.copy.envelope.header.generation ?? 0;
  }

  /** Whether an older save is open than this browser has held; null where not, or while nothing is open. */
  async rollback(): Promise<Rollback | null> {
    const unlocked = await this.#access.use();
    if (!unlocked.ok) return null;
    const { session, copy } = unlocked.value;
    const { vaultId } = copy.envelope.header;
    const inSession = { vaultId, generation: session.generation, savedAtMs: session.actedAtMs };
    return findRollback(newerSeen(await this.#access.readSeen(), inSession), unlocked.value);
  }

  /**
   * What a person may open a copy with, or the vault: then the slots of both live copies, since nobody can tell before
   * which of them is authentic; those of the spare ones where no live copy is left.
   */
  async slots(name: CopyName | null): Promise<readonly Slot[]> {
    const { store } = this.#access.ports;
    const live = await readCopies(store, name === null ? LIVE_NAMES : [name]);
    return listSlots(name === null && !hasParsed(live) ? await readCopies(store, SPARE_NAMES) : live);
  }

  /** The ways into the open vault, with their names. */
  async waysIn(): Promise<Result<readonly WayInEntry[], PhaseFailure | BodyFailure>> {
    const unlocked = await this.#access.use();
    if (!unlocked.ok) return unlocked;
    return ok(listWaysIn(unlocked.value.copy.envelope.header.slots, unlocked.value.body));
  }

  /** The open vault's id, which what is sealed beside it authenticates; null while locked. */
  async vaultId(): Promise<Bytes | null> {
    const unlocked = await this.#access.use();
    return unlocked.ok ? unlocked.value.copy.envelope.header.vaultId : null;
  }

  /** What the open vault's key says of a copy: nothing while locked. */
  async judge(copy: ParsedCopy) {
    return judgeCopy(copy, await this.#access.use());
  }

  /** A key for something else that is kept under the vault's, or null while locked. The caller wipes it. */
  async subkey(purpose: KeyPurpose): Promise<Bytes | null> {
    const session = await this.#access.live.read();
    return session && deriveKey(session.vaultKey, purpose);
  }

  /** Makes a vault with one way in, its master password, and leaves it unlocked. */
  create(password: string): Promise<Result<null, PhaseFailure | SaveFailure>> {
    const { lockCount } = this.#access.live;
    return this.#enqueue(async () => {
      const refusal = await this.#access.refusal('create');
      if (refusal !== null) return err(refusal);
      const { ports } = this.#access;
      const vaultKey = makeVaultKey(ports.random);
      const identity = { namespace: 'vault', vaultId: ports.random(VAULT_ID_LENGTH) } as const;
      const slots = [await wrapPassword({ vaultKey, identity, random: ports.random }, password)];
      const target = { name: 'a', overwriting: 'what-is-older', highestSeen: null } as const;
      const save = { ...identity, generation: 1, slots, vaultKey };
      const saved = await saveCopy(ports, target, save, emptyBody(ports.now()));
      if (!saved.ok) return saved;
      await this.#access.noteSaved(saved.value, vaultKey);
      return this.#access.start(saved.value, vaultKey, lockCount);
    });
  }

  /** Opens the vault with one of its ways in. */
  unlock(wayIn: WayIn): Promise<Result<null, PhaseFailure | ProofFailure | BodyFailure>> {
    const { lockCount } = this.#access.live;
    this.#unlocking++;
    const unlocking = this.#enqueue(async () => {
      const refusal = await this.#access.refusal('unlock');
      if (refusal !== null) return err(refusal);
      const { ports } = this.#access;
      const copies = await readCopies(ports.store);
      const proven = await proveWayIn(ports, copies, wayIn);
      if (!proven.ok) return proven;
      const { vaultKey, slot } = proven.value;
      const opened = openNewest(copies, vaultKey);
      if (!opened.ok) return opened;
      // The newest copy says who may come in, whatever an older one still says.
      if (!hasSlot(opened.value.copy, slot)) return err(wrongWayIn(wayIn));
      await this.#access.noteSeen(opened.value, vaultKey);
      const started = await this.#access.start(opened.value, vaultKey, lockCount);
      if (started.ok) void this.#enqueue(() => mend(this.#access, wayIn));
      return started;
    });
    return unlocking.finally(() => this.#unlocking--);
  }

  /** Forgets the key and everything decrypted, at once: it waits for no save. */
  async lock(): Promise<void> {
    this.#access.opened = null;
    forgetLastMatch();
    await this.#access.live.end();
  }

  /** Catches up with a change that was cut short, while unlocked: what an unlock does, for a worker that was just started. */
  catchUp(): Promise<void> {
    return this.#enqueue(() => mend(this.#access, null));
  }

  /** Forgets a session that has expired. One that is just being made by an unlock is left alone. */
  async dropExpired(): Promise<void> {
    if ((await this.#access.live.hasExpired()) && this.#unlocking === 0) await this.lock();
  }

  /** The contents, for reading. */
  async read(): Promise<Result<VaultBody, PhaseFailure | BodyFailure>> {
    const unlocked = await this.#access.use();
    return unlocked.ok ? ok(unlocked.value.body) : unlocked;
  }

  /** Counts as something the person did: the vault locks later. */
  async recordAct(): Promise<void> {
    const unlocked = await this.#access.use();
    if (!unlocked.ok) return;
    const { body, lockCount } = unlocked.value;
    const nowMs = this.#access.ports.now();
    const lockAfterMinutes = await this.#access.lockAfterMinutes(body);
    await this.#access.live.edit(session => extendSession(session, nowMs, lockAfterMinutes), lockCount);
  }

  /** Brings the lock forward where what is prescribed has become stricter since the last act. Never puts it off. */
  async followManaged(): Promise<void> {
    const unlocked = await this.#access.use();
    if (!unlocked.ok) return;
    const { body, lockCount } = unlocked.value;
    const lockAfterMinutes = await this.#access.lockAfterMinutes(body);
    await this.#access.live.edit(session => shortenSession(session, lockAfterMinutes), lockCount);
  }

  /** Applies one change and saves it. What `change` refuses is passed on, and nothing is written. */
  update<F>(
    change: (body: VaultBody) => Result<VaultBody, F>,
  ): Promise<Result<VaultBody, F | PhaseFailure | BodyFailure | SaveFailure>> {
    return this.#enqueue(async () => {
      const unlocked = await this.#access.use();
      if (!unlocked.ok) return unlocked;
      const changed = change(unlocked.value.body);
      if (!changed.ok) return changed;
      const body = purgeRemoved(changed.value, this.#access.ports.now());
      const saved = await this.#access.save(unlocked.value, { body });
      return saved.ok ? ok(saved.value.body) : saved;
    });
  }

  /**
   * Makes a change after which no copy may be found as it was, once a way in has been shown anew (`null` where the change
   * asks for none). See {@link RewriteFailure}.
   */
  rewrite<F>(proof: WayIn | null, make: Rewrite<F>): Promise<Result<null, F | RewriteFailure>> {
    return this.#enqueue(() => rewrite(this.#access, proof, make));
  }

  /** Makes the named copy the vault, and leaves it unlocked. */
  openCopy(name: CopyName, wayIn: WayIn, overNewer: OverNewer = 'leave-newer'): Promise<Result<null, OpenCopyFailure>> {
    const { lockCount } = this.#access.live;
    return this.#enqueue(() => openCopy(this.#access, name, wayIn, overNewer, lockCount));
  }

  /** Makes the older save that is open the newest one, after which {@link rollback} is silent about it. */
  keepOlder(): Promise<Result<null, OpenCopyFailure>> {
    return this.#enqueue(() => keepOlder(this.#access));
  }

  /** Locks, and has everything taken away that is stored, when no save is under way. */
  async erase(eraseStores: () => Promise<void>): Promise<void> {
    await this.lock();
    await this.#enqueue(async () => {
      await this.#access.spared();
      await eraseStores();
    });
  }

  /** Resolves once whatever was begun is done, the spare copies and what follows an unlock included. */
  async settled(): Promise<void> {
    await this.#enqueue(async () => undefined);
    await this.#access.spared();
  }
}
