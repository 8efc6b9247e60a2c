// What every operation on the vault is made of: getting at what is open, and saving what it becomes. Invariants: the
// session is looked at before anything decrypted is; what a lock has overtaken is not kept.
import type { Slot } from '../crypto/slot';
import { LIVE_NAMES, SPARE_NAMES } from '../model/copy-name';
import type { ManagedPolicy } from '../model/managed';
import { tightenPolicy } from '../model/managed';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { equalBytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { createSerialQueue } from '../shared/serial-queue';
import type { AttemptStore } from './back-off';
import type { BodyFailure, VaultBody } from './body';
import type { EnvelopeStore } from './copies';
import { hasParsed, readCopies } from './copies';
import { LiveSession } from './live-session';
import type { OpenVault } from './open';
import { openNewest } from './open';
import type { Phase, PhaseFailure, VaultAct } from './phase';
import { derivePhase, refusalOf } from './phase';
import type { Overwriting, SaveFailure } from './save';
import { otherCopy, saveCopy } from './save';
import { headerAuthenticates } from './seal';
import type { SeenSave, SeenStore } from './seen';
import { newerSeen, seenOf } from './seen';
import type { SessionStore, VaultSession } from './session';
import { startSession } from './session';
import { keepSpare, replaceSpares } from './spares';

/** What a vault needs of the world. `now` is in milliseconds since 1970. */
export type VaultPorts = {
  readonly store: EnvelopeStore;
  readonly session: SessionStore;
  readonly attempts: AttemptStore;
  readonly seen: SeenStore;
  readonly random: RandomBytes;
  readonly now: () => number;
  /** What an organisation prescribes to this browser, as it stands now. */
  readonly managed: () => Promise<ManagedPolicy>;
};

/** An access while unlocked; `lockCount` tells whether a lock has overtaken it since. */
export type Unlocked = OpenVault & { readonly session: VaultSession; readonly lockCount: number };

/** What a save changes. Ways in and vault key stay as they are unless others are given. */
export type Change = { readonly body: VaultBody; readonly slots?: readonly Slot[]; readonly vaultKey?: Bytes };

/** What became of the other copies, and the save that is open now. */
export type Replacement = { readonly newest: Unlocked; readonly isComplete: boolean };

export class Access {
  readonly ports: VaultPorts;
  readonly live: LiveSession;
  readonly #enqueueSpare = createSerialQueue();
  /** What was decrypted last. Gone at lock. */
  opened: OpenVault | null = null;

  constructor(ports: VaultPorts) {
    this.ports = ports;
    this.live = new LiveSession(ports.session, ports.now);
  }

  /** Where the vault stands now, derived from what is stored. */
  async phase(): Promise<Phase> {
    const { store } = this.ports;
    const live = await readCopies(store);
    const copies = hasParsed(live) ? live : [...live, ...(await readCopies(store, SPARE_NAMES))];
    return derivePhase(copies, (await this.live.read()) !== null);
  }

  /** Why an act is refused now, or null. */
  async refusal(act: VaultAct): Promise<PhaseFailure | null> {
    return refusalOf(await this.phase(), act);
  }

  /** What is open, if the session holds. */
  async use(): Promise<Result<Unlocked, PhaseFailure | BodyFailure>> {
    const { lockCount } = this.live;
    const session = await this.live.read();
    if (session === null) {
      this.opened = null;
      return err((await this.refusal('use')) ?? 'vault-locked');
    }
    const opened = this.opened ? ok(this.opened) : await this.#openNewest(session.vaultKey);
    if (!opened.ok) return opened;
    if (lockCount !== this.live.lockCount) return err('vault-locked');
    this.opened = opened.value;
    return ok({ ...opened.value, session, lockCount });
  }

  /** Of the spare copies only where no live one is left: a disk that has failed keeps nobody out who is in. */
  async #openNewest(vaultKey: Bytes): Promise<Result<OpenVault, BodyFailure>> {
    const live = await readCopies(this.ports.store);
    const copies = hasParsed(live) ? live : await readCopies(this.ports.store, SPARE_NAMES);
    return openNewest(copies, vaultKey);
  }

  /** Minutes without an act until it locks: as the person chose, or as is prescribed where that is shorter. */
  async lockAfterMinutes({ policy }: VaultBody): Promise<number> {
    return tightenPolicy(policy, await this.ports.managed()).lockAfterMinutes;
  }

  /** Begins a session with what was opened, unless a lock has come since `lockCount` was read. */
  async start(opened: OpenVault, vaultKey: Bytes, lockCount: number): Promise<Result<null, PhaseFailure>> {
    const { generation } = opened.copy.envelope.header;
    const lockAfterMinutes = await this.lockAfterMinutes(opened.body);
    const session = startSession(vaultKey, generation, this.ports.now(), lockAfterMinutes);
    if (lockCount !== this.live.lockCount) return err('vault-locked');
    this.opened = opened;
    return (await this.live.start(session, lockCount)) ? ok(null) : err('vault-locked');
  }

  /** Saves the next generation, and all that follows from a save that succeeded. */
  async save(
    unlocked: Unlocked,
    change: Change,
    overwriting: Overwriting = 'what-is-older',
  ): Promise<Result<Unlocked, SaveFailure>> {
    const { copy, session, lockCount } = unlocked;
    const { namespace, vaultId, generation, slots: present } = copy.envelope.header;
    const { slots = present, vaultKey = session.vaultKey } = change;
    const saved = await saveCopy(
      this.ports,
      { name: otherCopy(copy.name), overwriting, highestSeen: await this.#highestSeen(vaultId) },
      { namespace, vaultId, generation: generation + 1, slots, vaultKey },
      { ...change.body, savedAtMs: this.ports.now() },
    );
    // After a failed save nobody knows what the target holds: the next access reads the copies afresh.
    if (lockCount === this.live.lockCount) this.opened = saved.ok ? saved.value : null;
    if (!saved.ok) return saved;
    await this.live.edit(stored => ({ ...stored, vaultKey, generation: generation + 1 }), lockCount);
    await this.noteSaved(saved.value, vaultKey);
    return ok({ ...saved.value, session: { ...session, vaultKey, generation: generation + 1 }, lockCount });
  }

  /**
   * Writes what is open over every other copy, so that none is left that an old way in opens. Not complete where a place
   * would not take it: it is tried again at the next unlock.
   */
  async replaceOlder(unlocked: Unlocked, overwriting: Overwriting = 'what-is-older'): Promise<Replacement> {
    const second = await this.save(unlocked, { body: unlocked.body }, overwriting);
    const newest = second.ok ? second.value : unlocked;
    const isSpared = await this.#enqueueSpare(() => replaceSpares(this.ports.store, newest));
    return { newest, isComplete: isSpared && second.ok };
  }

  /** Whether a copy is left that must not be found any more. */
  async hasOlderCopies({ copy, body }: OpenVault): Promise<boolean> {
    const copies = await readCopies(this.ports.store, [...LIVE_NAMES, ...SPARE_NAMES]);
    const { vaultId } = copy.envelope.header;
    return copies.some(
      other =>
        other.state === 'parsed' &&
        equalBytes(other.envelope.header.vaultId, vaultId) &&
        other.envelope.header.generation < body.oldestGeneration,
    );
  }

  /** Notes a save that succeeded, and gives it a spare copy as soon as that holds nobody up. */
  async noteSaved(saved: OpenVault, vaultKey: Bytes): Promise<void> {
    await this.#raiseSeen(seenOf(saved));
    void this.#enqueueSpare(() => keepSpare(this.ports.store, saved, vaultKey));
  }

  /** Notes the newest save that any copy holds, so that an older one is not taken for it. */
  async noteSeen(opened: OpenVault, vaultKey: Bytes): Promise<void> {
    await this.#raiseSeen(seenOf(opened));
    for (const spare of await readCopies(this.ports.store, SPARE_NAMES)) {
      if (spare.state !== 'parsed' || !headerAuthenticates(spare.envelope, vaultKey)) continue;
      const savedAtMs = (await this.ports.store.savedAtMs(spare.name)) ?? 0;
      const { vaultId, generation } = spare.envelope.header;
      if (equalBytes(vaultId, opened.copy.envelope.header.vaultId)) {
        await this.#raiseSeen({ vaultId, generation, savedAtMs });
      }
    }
  }

  /** Resolves once every save so far has its spare copy, or could not get one. */
  async spared(): Promise<void> {
    await this.#enqueueSpare(async () => undefined);
  }

  async #highestSeen(vaultId: Bytes): Promise<number | null> {
    const seen = await this.readSeen();
    return seen !== null && equalBytes(seen.vaultId, vaultId) ? seen.generation : null;
  }

  /** The newest save known of, or null where none is or nobody can say. */
  readSeen(): Promise<SeenSave | null> {
    return this.ports.seen.read().catch(() => null);
  }

  /** Makes a save the newest one seen, whatever was noted before: the person has chosen it. */
  async forgetNewer(chosen: OpenVault): Promise<void> {
    await this.ports.seen.write(seenOf(chosen)).catch(() => undefined);
  }

  /** That a save was seen is a help and no condition: what cannot be noted is let go. */
  async #raiseSeen(now: SeenSave): Promise<void> {
    const seen = await this.readSeen();
    const newest = newerSeen(seen, now);
    if (newest !== seen) await this.ports.seen.write(newest).catch(() => undefined);
  }
}
