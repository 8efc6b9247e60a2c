// The layout of format v1 and nothing else: bytes in, fields out, and back. No key is touched here.
// Invariants: parsing accepts exactly what formatting makes (one text per meaning); every length is compared with what
// is there before it is used; nothing of an envelope that is refused is interpreted further.
//
// magic8 | format u16 | suite u16 | namespace u8 | vaultId16 | generation u64 | saveSalt32 | slotCount u8 | slots
//        | bodyNonce24 | paddedLen u32 | headerMac32 | ciphertext+tag16
import type { Bytes } from '../shared/bytes';
import { concatBytes, equalBytes, hexEncode, utf8Encode } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { NONCE_LENGTH, TAG_LENGTH } from './aead';
import { ByteReader, u8, u16, u32, u64 } from './binary';
import type { Slot, SlotFailure, SlotParameters } from './slot';
import { formatSlot, formatSlotHead, parseSlot, SALT_LENGTH } from './slot';

/** What an envelope is for. It is authenticated, so that a backup cannot be slipped in as the live vault. */
export type Namespace = 'vault' | 'backup';

/** The part of a header that every slot of the vault authenticates. */
export type VaultIdentity = { readonly namespace: Namespace; readonly vaultId: Bytes };

/** Every field before the MAC. `generation` counts saves and only ever rises. */
export type Header = VaultIdentity & {
  readonly generation: number;
  readonly saveSalt: Bytes;
  readonly slots: readonly Slot[];
  readonly bodyNonce: Bytes;
  readonly paddedLength: number;
};

/** A parsed envelope. `macInput` is what `headerMac` covers, `associated` what the body authenticates. */
export type Envelope = {
  readonly header: Header;
  readonly macInput: Bytes;
  readonly headerMac: Bytes;
  readonly associated: Bytes;
  readonly ciphertext: Bytes;
};

/**
 * `envelope-foreign`: not ours at all. `envelope-newer`: a format or suite that this version does not know; leave the
 * bytes alone. `envelope-malformed`: ours, and not what formatting makes. The KDF codes come from a password slot.
 */
export type EnvelopeFailure = 'envelope-foreign' | 'envelope-newer' | SlotFailure;

/** Two copies of an envelope this large, as base64, still fit the 10 MB of `storage.local`. */
export const ENVELOPE_CAP_BYTES = 3 * 1024 * 1024;
export const VAULT_ID_LENGTH = 16;
/** Ways in that one envelope has room for. */
export const SLOT_CAP = 16;
const MAC_LENGTH = 32;
const MAGIC = utf8Encode('LATCHKEY');
const FORMAT = 1;
/** Suite 1: Argon2id, HKDF-SHA256, HMAC-SHA256, XChaCha20-Poly1305. */
const SUITE = 1;
const NAMESPACE_CODES: Readonly<Record<Namespace, number>> = { vault: 1, backup: 2 };

/** What a slot's wrapped key authenticates: the vault it belongs to and its own head, but no field that a save changes. */
export function slotAssociatedData(identity: VaultIdentity, slotId: Bytes, parameters: SlotParameters): Bytes {
  return concatBytes(formatIdentity(identity), formatSlotHead(slotId, parameters));
}

function formatIdentity({ namespace, vaultId }: VaultIdentity): Bytes {
  return concatBytes(MAGIC, u16(FORMAT), u16(SUITE), u8(NAMESPACE_CODES[namespace]), vaultId);
}

/** The header up to its MAC, which is computed over exactly these bytes. */
export function formatHeader(header: Header): Bytes {
  return concatBytes(
    formatIdentity(header),
    u64(header.generation),
    header.saveSalt,
    u8(header.slots.length),
    ...header.slots.map(formatSlot),
    header.bodyNonce,
    u32(header.paddedLength),
  );
}

function parseNamespace(code: number | null): Namespace | null {
  if (code === NAMESPACE_CODES.vault) return 'vault';
  return code === NAMESPACE_CODES.backup ? 'backup' : null;
}

function parseSlots(reader: ByteReader): Result<readonly Slot[], SlotFailure> {
  const count = reader.u8();
  if (count === null || count < 1 || count > SLOT_CAP) return err('envelope-malformed');
  const slots: Slot[] = [];
  for (let index = 0; index < count; index++) {
    const slot = parseSlot(reader);
    if (!slot.ok) return slot;
    slots.push(slot.value);
  }
  const distinct = new Set(slots.map(slot => hexEncode(slot.slotId)));
  return distinct.size === count ? ok(slots) : err('envelope-malformed');
}

/** Reads an envelope without opening it. See {@link EnvelopeFailure} for what each refusal means. */
export function parseEnvelope(bytes: Bytes): Result<Envelope, EnvelopeFailure> {
  if (bytes.length > ENVELOPE_CAP_BYTES) return err('envelope-malformed');
  const reader = new ByteReader(bytes);
  const magic = reader.take(MAGIC.length);
  if (magic === null || !equalBytes(magic, MAGIC)) return err('envelope-foreign');
  const [format, suite] = [reader.u16(), reader.u16()];
  if (format === null || suite === null || format === 0 || suite === 0) return err('envelope-malformed');
  if (format !== FORMAT || suite !== SUITE) return err('envelope-newer');

  const namespace = parseNamespace(reader.u8());
  const [vaultId, generation, saveSalt] = [reader.take(VAULT_ID_LENGTH), reader.u64(), reader.take(SALT_LENGTH)];
  if (namespace === null || vaultId === null || generation === null || saveSalt === null) {
    return err('envelope-malformed');
  }
  const slots = parseSlots(reader);
  if (!slots.ok) return slots;

  const [bodyNonce, paddedLength] = [reader.take(NONCE_LENGTH), reader.u32()];
  const macInput = bytes.slice(0, reader.offset);
  const headerMac = reader.take(MAC_LENGTH);
  if (
    bodyNonce === null ||
    paddedLength === null ||
    headerMac === null ||
    paddedLength !== reader.remaining - TAG_LENGTH
  ) {
    return err('envelope-malformed');
  }
  const header = { namespace, vaultId, generation, saveSalt, slots: slots.value, bodyNonce, paddedLength };
  return ok({
    header,
    macInput,
    headerMac,
    associated: bytes.slice(0, reader.offset),
    ciphertext: bytes.slice(reader.offset),
  });
}
