// Changes to the ways into a vault, as functions from what it is to what it becomes: the vault saves the result and
// replaces every copy that still carries the old ones. Invariant: the password stays, so a passkey is never the only way.
import type { VaultIdentity } from '../crypto/envelope';
import { SLOT_CAP } from '../crypto/envelope';
import { KDF_DEFAULT } from '../crypto/kdf';
import type { Slot, SlotParameters, SlotType } from '../crypto/slot';
import { SALT_LENGTH } from '../crypto/slot';
import { base64Encode } from '../shared/base64';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { equalBytes, hexEncode } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { VaultBody } from './body';
import { makeVaultKey } from './seal';
import type { WayIn } from './slots';
import { wrapVaultKey } from './slots';

/** A vault whose ways in are about to change. */
export type Rewriting = {
  readonly vaultKey: Bytes;
  readonly identity: VaultIdentity;
  readonly slots: readonly Slot[];
  readonly body: VaultBody;
  readonly random: RandomBytes;
};

/** What it becomes. */
export type Rewritten = Pick<Rewriting, 'vaultKey' | 'slots' | 'body'>;

/** A change to it. It gets no further than a refusal: nothing is written then. */
export type Rewrite<F> = (now: Rewriting) => Promise<Result<Rewritten, F>>;

/** `passkey-already-there`: it opens this vault already. `too-many-ways-in`: an envelope has room for sixteen. */
export type AddFailure = 'passkey-already-there' | 'too-many-ways-in';

/** `way-in-missing`: no such way in, perhaps removed elsewhere. `way-in-needed`: the password, which stays. */
export type RemoveFailure = 'way-in-missing' | 'way-in-needed';

/** A passkey as it was just touched. `prfOutput` is what it gives for `prfInput`; both are 32 bytes. */
export type TouchedPasskey = { readonly credentialId: Bytes; readonly prfInput: Bytes; readonly prfOutput: Bytes };

/** One way in, as settings list it. `name` is '' for a password and a recovery code. */
export type WayInEntry = { readonly id: string; readonly type: SlotType; readonly name: string };

function idOf(slot: Slot): string {
  return hexEncode(slot.slotId);
}

/** The ways in of an open vault, in the order of their slots. */
export function listWaysIn(slots: readonly Slot[], body: VaultBody): readonly WayInEntry[] {
  return slots.map(slot => ({ id: idOf(slot), type: slot.parameters.type, name: body.slotNames[idOf(slot)] ?? '' }));
}

/** Whether a PRF input stands in the vault already: what one passkey gives for it must never open two things. */
export function isPrfInputTaken({ slots, body }: Pick<Rewriting, 'slots' | 'body'>, prfInput: Bytes): boolean {
  const atTheDoor = slots.flatMap(({ parameters }) => (parameters.type === 'passkey' ? [parameters.prfInput] : []));
  const held = body.held?.passkeys.map(passkey => passkey.prfInput) ?? [];
  return [...atTheDoor.map(base64Encode), ...held].includes(base64Encode(prfInput));
}

type Wrapping = Pick<Rewriting, 'vaultKey' | 'identity' | 'random'>;

/** A slot that opens with a password, at today's costs. */
export function wrapPassword({ vaultKey, identity, random }: Wrapping, password: string): Promise<Slot> {
  const parameters = { type: 'password', kdf: KDF_DEFAULT, salt: random(SALT_LENGTH) } as const;
  return wrapVaultKey(vaultKey, identity, parameters, { type: 'password', password }, random);
}

function wrapPasskey({ vaultKey, identity, random }: Wrapping, touched: TouchedPasskey): Promise<Slot> {
  const { credentialId, prfInput, prfOutput } = touched;
  const parameters: SlotParameters = { type: 'passkey', prfInput, salt: random(SALT_LENGTH), credentialId };
  return wrapVaultKey(vaultKey, identity, parameters, { type: 'passkey', prfOutput }, random);
}

function wrapRecoveryCode({ vaultKey, identity, random }: Wrapping, code: Bytes): Promise<Slot> {
  const parameters = { type: 'recovery', salt: random(SALT_LENGTH) } as const;
  return wrapVaultKey(vaultKey, identity, parameters, { type: 'recovery', code }, random);
}

function without(slots: readonly Slot[], type: SlotType): readonly Slot[] {
  return slots.filter(slot => slot.parameters.type !== type);
}

/** Names of slots that are there: those of removed ones go. */
function namesOf(slots: readonly Slot[], names: VaultBody['slotNames']): VaultBody['slotNames'] {
  const ids = new Set(slots.map(idOf));
  return Object.fromEntries(Object.entries(names).filter(([id]) => ids.has(id)));
}

/** Puts another master password in the place of the present one. */
export function replacePassword(password: string): Rewrite<never> {
  return async now => {
    const slots = [await wrapPassword(now, password), ...without(now.slots, 'password')];
    return ok({ vaultKey: now.vaultKey, slots, body: { ...now.body, slotNames: namesOf(slots, now.body.slotNames) } });
  };
}

/** Adds a passkey under a name that the person gave it. */
export function addPasskey(touched: TouchedPasskey, name: string): Rewrite<AddFailure> {
  return async now => {
    const isThere = ({ parameters }: Slot) =>
      parameters.type === 'passkey' && equalBytes(parameters.credentialId, touched.credentialId);
    if (now.slots.some(isThere) || isPrfInputTaken(now, touched.prfInput)) return err('passkey-already-there');
    if (now.slots.length >= SLOT_CAP) return err('too-many-ways-in');
    const slot = await wrapPasskey(now, touched);
    const slotNames = { ...now.body.slotNames, [idOf(slot)]: name };
    return ok({ vaultKey: now.vaultKey, slots: [...now.slots, slot], body: { ...now.body, slotNames } });
  };
}

/** Makes a recovery code a way in, and the earlier one useless. */
export function replaceRecoveryCode(code: Bytes): Rewrite<AddFailure> {
  return async now => {
    const others = without(now.slots, 'recovery');
    if (others.length >= SLOT_CAP) return err('too-many-ways-in');
    return ok({ vaultKey: now.vaultKey, slots: [...others, await wrapRecoveryCode(now, code)], body: now.body });
  };
}

/** Takes a way in away. */
export function removeWayIn(id: string): Rewrite<RemoveFailure> {
  return async now => {
    const removed = now.slots.find(slot => idOf(slot) === id);
    if (removed === undefined) return err('way-in-missing');
    if (removed.parameters.type === 'password') return err('way-in-needed');
    const slots = now.slots.filter(slot => slot !== removed);
    return ok({ vaultKey: now.vaultKey, slots, body: { ...now.body, slotNames: namesOf(slots, now.body.slotNames) } });
  };
}

/** What a new vault key is wrapped by. A passkey is named by the slot that it had; what is not given is dropped. */
export type Renewal = {
  readonly password: string;
  readonly passkeys: readonly (TouchedPasskey & { readonly id: string })[];
  readonly recoveryCode: Bytes | null;
};

/** Makes a new vault key and every way in anew: what somebody kept of the old ones opens no later save. */
export function renewVaultKey({ password, passkeys, recoveryCode }: Renewal): Rewrite<AddFailure | RemoveFailure> {
  return async now => {
    const wrapping = { ...now, vaultKey: makeVaultKey(now.random) };
    const slots = [await wrapPassword(wrapping, password)];
    const slotNames: Record<string, string> = {};
    for (const passkey of passkeys) {
      const isSame = ({ parameters }: Slot) =>
        parameters.type === 'passkey' && equalBytes(parameters.credentialId, passkey.credentialId);
      if (!now.slots.some(slot => idOf(slot) === passkey.id && isSame(slot))) return err('way-in-missing');
      // The slots before it go, but what is held stays.
      if (isPrfInputTaken({ slots, body: now.body }, passkey.prfInput)) return err('passkey-already-there');
      const slot = await wrapPasskey(wrapping, passkey);
      slots.push(slot);
      slotNames[idOf(slot)] = now.body.slotNames[passkey.id] ?? '';
    }
    if (recoveryCode !== null) slots.push(await wrapRecoveryCode(wrapping, recoveryCode));
    return ok({ vaultKey: wrapping.vaultKey, slots, body: { ...now.body, slotNames } });
  };
}

/** Gives a passkey another name. */
export function renameWayIn(body: VaultBody, id: string, name: string): Result<VaultBody, RemoveFailure> {
  if (body.slotNames[id] === undefined) return err('way-in-missing');
  return ok({ ...body, slotNames: { ...body.slotNames, [id]: name } });
}

/** Whether a slot that opened with `wayIn` was made at lower costs than today's. */
export function isWeakerThanToday({ parameters }: Slot, wayIn: WayIn): boolean {
  if (parameters.type !== 'password' || wayIn.type !== 'password') return false;
  const { memoryKib, iterations } = parameters.kdf;
  return memoryKib < KDF_DEFAULT.memoryKib || iterations < KDF_DEFAULT.iterations;
}
