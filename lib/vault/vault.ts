// The one writer of the vault. Invariants: changes are applied one at a time; every access first checks that the session
// still holds; what was decrypted is dropped at lock; an operation that a lock overtook leaves nothing decrypted behind.
import { VAULT_ID_LENGTH } from '../crypto/envelope';
import { KDF_DEFAULT } from '../crypto/kdf';
import type { Slot } from '../crypto/slot';
import { SALT_LENGTH } from '../crypto/slot';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { createSerialQueue } from '../shared/serial-queue';
import { purgeRemoved } from './accounts';
import type { VaultBody } from './body';
import { emptyBody } from './body';
import type { EnvelopeStore } from './copies';
import { readCopies } from './copies';
import type { OpenVault, UnlockFailure } from './open';
import { findVaultKey, openNewest, unlockCopies } from './open';
import type { Phase, PhaseFailure, VaultAct } from './phase';
import { derivePhase, refusalOf } from './phase';
import type { SaveFailure } from './save';
import { nextSaveAfter, otherCopy, saveCopy } from './save';
import { makeVaultKey } from './seal';
import type { SessionStore, VaultSession } from './session';
import { DEAD_SESSION, extendSession, isSessionValid, startSession } from './session';
import { wrapVaultKey } from './slots';

/** What a vault needs of the world. `now` is in milliseconds since 1970. */
export type VaultPorts = {
  readonly store: EnvelopeStore;
  readonly session: SessionStore;
  readonly random: RandomBytes;
  readonly now: () => number;
};

/** `password-half-changed`: the new password opens the vault, but an older copy still opens with the old one. */
export type ChangePasswordFailure = PhaseFailure | UnlockFailure | SaveFailure | 'password-half-changed';

/** An access while unlocked; `lockCount` tells whether a lock has overtaken it since. */
type Unlocked = OpenVault & { readonly session: VaultSession; readonly lockCount: number };

export class Vault {
  readonly #ports: VaultPorts;
  readonly #enqueue = createSerialQueue();
  #opened: OpenVault | null = null;
  /** Counts locks: what was begun before one may not cache or keep anything after it. */
  #lockCount = 0;
  /** How many unlocks are under way: their session must not be taken for the expired one that they replace. */
  #unlocking = 0;

  constructor(ports: VaultPorts) {
    this.#ports = ports;
  }

  /** Where the vault stands now, derived from what is stored. */
  async phase(): Promise<Phase> {
    const { store, session, now } = this.#ports;
    return derivePhase(await readCopies(store), await session.read(), now());
  }

  /**
   * When the vault was unlocked, in milliseconds since 1970; null while it is not. What was begun under one unlock does not
   * go on under the next.
   */
  async unlockedAtMs(): Promise<number | null> {
    return (await this.#validSession())?.issuedAtMs ?? null;
  }

  /** When the unlocked vault locks by itself, in milliseconds since 1970; null while it is not unlocked. */
  async locksAtMs(): Promise<number | null> {
    return (await this.#validSession())?.deadlineMs ?? null;
  }

  /** The number of the save that is open, which rises with every change; 0 while nothing is. */
  generation(): number {
    return this.#opened?.copy.envelope.header.generation ?? 0;
  }

  /** Makes a vault with one way in, its master password, and leaves it unlocked. */
  create(password: string): Promise<Result<null, PhaseFailure | SaveFailure>> {
    const lockCount = this.#lockCount;
    return this.#enqueue(async () => {
      const refusal = await this.#refusal('create');
      if (refusal !== null) return err(refusal);
      const { store, random } = this.#ports;
      const vaultKey = makeVaultKey(random);
      const identity = { namespace: 'vault', vaultId: random(VAULT_ID_LENGTH) } as const;
      const slots = [await this.#passwordSlot(vaultKey, identity, password)];
      const saved = await saveCopy(store, 'a', { ...identity, generation: 1, slots }, emptyBody(), vaultKey, random);
      return saved.ok ? this.#startSession(saved.value, vaultKey, lockCount) : saved;
    });
  }

  /** Opens the vault with its master password. */
  unlock(password: string): Promise<Result<null, PhaseFailure | UnlockFailure>> {
    const lockCount = this.#lockCount;
    this.#unlocking++;
    const unlocking = this.#enqueue(async () => {
      const refusal = await this.#refusal('unlock');
      if (refusal !== null) return err(refusal);
      const copies = await readCopies(this.#ports.store);
      const unlocked = await unlockCopies(copies, { type: 'password', password });
      return unlocked.ok ? this.#startSession(unlocked.value, unlocked.value.vaultKey, lockCount) : unlocked;
    });
    return unlocking.finally(() => this.#unlocking--);
  }

  /** Forgets the key and everything decrypted, at once: it waits for no save. */
  async lock(): Promise<void> {
    this.#lockCount++;
    this.#opened = null;
    const { session } = this.#ports;
    // Storage that cannot remove may still be able to write: a session that is over is as good as none.
    await session.clear().catch(() => session.write(DEAD_SESSION));
  }

  /** Forgets a session that has expired. One that is just being made by an unlock is left alone. */
  async dropExpired(): Promise<void> {
    const session = await this.#ports.session.read();
    if (session === null || isSessionValid(session, this.#ports.now()) || this.#unlocking > 0) return;
    await this.lock();
  }

  /** The contents, for reading. */
  async read(): Promise<Result<VaultBody, PhaseFailure>> {
    const unlocked = await this.#use();
    return unlocked.ok ? ok(unlocked.value.body) : unlocked;
  }

  /** Counts as something the person did: the vault locks later. */
  async recordAct(): Promise<void> {
    const unlocked = await this.#use();
    if (!unlocked.ok || unlocked.value.lockCount !== this.#lockCount) return;
    const { session, body } = unlocked.value;
    await this.#ports.session.write(extendSession(session, this.#ports.now(), body.policy.lockAfterMinutes));
  }

  /** Applies one change and saves it. What `change` refuses is passed on, and nothing is written. */
  update<F>(
    change: (body: VaultBody) => Result<VaultBody, F>,
  ): Promise<Result<VaultBody, F | PhaseFailure | SaveFailure>> {
    return this.#enqueue(async () => {
      const unlocked = await this.#use();
      if (!unlocked.ok) return unlocked;
      const changed = change(unlocked.value.body);
      if (!changed.ok) return changed;
      const saved = await this.#save(unlocked.value, purgeRemoved(changed.value, this.#ports.now()));
      return saved.ok ? ok(saved.value.body) : saved;
    });
  }

  /**
   * Puts a new master password in the place of the current one. Both copies are rewritten before this succeeds, since
   * a copy that still carries the old slot opens with the old password.
   */
  changePassword(current: string, next: string): Promise<Result<null, ChangePasswordFailure>> {
    return this.#enqueue(async () => {
      const unlocked = await this.#use();
      if (!unlocked.ok) return unlocked;
      const { copy, session, body, lockCount } = unlocked.value;
      const proof = await findVaultKey([copy], { type: 'password', password: current });
      if (proof === null) return err('wrong-password');
      wipe(proof);
      const { header } = copy.envelope;
      const others = header.slots.filter(slot => slot.parameters.type !== 'password');
      const slots = [await this.#passwordSlot(session.vaultKey, header, next), ...others];
      // Once begun, both copies are rewritten even if a lock comes between: half a change would be the worst outcome.
      if (lockCount !== this.#lockCount) return err('vault-locked');
      const first = await this.#save(unlocked.value, body, slots);
      if (!first.ok) return first;
      const second = await this.#save({ ...first.value, session, lockCount }, body);
      return second.ok ? ok(null) : err('password-half-changed');
    });
  }

  async #refusal(act: VaultAct): Promise<PhaseFailure | null> {
    return refusalOf(await this.phase(), act);
  }

  async #validSession(): Promise<VaultSession | null> {
    const session = await this.#ports.session.read();
    return session !== null && isSessionValid(session, this.#ports.now()) ? session : null;
  }

  async #use(): Promise<Result<Unlocked, PhaseFailure>> {
    const lockCount = this.#lockCount;
    const session = await this.#validSession();
    if (session === null) {
      this.#opened = null;
      return err((await this.#refusal('use')) ?? 'vault-locked');
    }
    const opened = this.#opened ?? openNewest(await readCopies(this.#ports.store), session.vaultKey);
    if (opened === null) return err('vault-damaged');
    if (lockCount !== this.#lockCount) return err('vault-locked');
    this.#opened = opened;
    return ok({ ...opened, session, lockCount });
  }

  async #startSession(opened: OpenVault, vaultKey: Bytes, lockCount: number): Promise<Result<null, PhaseFailure>> {
    if (lockCount !== this.#lockCount) return err('vault-locked');
    this.#opened = opened;
    await this.#ports.session.write(startSession(vaultKey, this.#ports.now(), opened.body.policy.lockAfterMinutes));
    return ok(null);
  }

  async #save(unlocked: Unlocked, body: VaultBody, slots?: readonly Slot[]): Promise<Result<OpenVault, SaveFailure>> {
    const { store, random } = this.#ports;
    const target = otherCopy(unlocked.copy.name);
    const saved = await saveCopy(
      store,
      target,
      nextSaveAfter(unlocked, slots),
      body,
      unlocked.session.vaultKey,
      random,
    );
    // After a failed save nobody knows what the target holds: the next access reads the copies afresh.
    if (unlocked.lockCount === this.#lockCount) this.#opened = saved.ok ? saved.value : null;
    return saved;
  }

  #passwordSlot(
    vaultKey: Bytes,
    identity: { namespace: 'vault' | 'backup'; vaultId: Bytes },
    password: string,
  ): Promise<Slot> {
    const { random } = this.#ports;
    const parameters = { type: 'password', kdf: KDF_DEFAULT, salt: random(SALT_LENGTH) } as const;
    return wrapVaultKey(vaultKey, identity, parameters, { type: 'password', password }, random);
  }
}
