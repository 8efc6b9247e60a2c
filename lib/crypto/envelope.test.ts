import { describe, expect, it } from 'vitest';
import type { Bytes } from '../shared/bytes';
import { concatBytes, utf8Encode } from '../shared/bytes';
import { u16, u32 } from './binary';
import { parseEnvelope, slotAssociatedData } from './envelope';
import {
  formatUnsealed,
  makeHeader,
  makeSlot,
  PASSKEY_PARAMETERS,
  PASSWORD_PARAMETERS,
  RECOVERY_PARAMETERS,
} from './envelope.testing';
import type { Slot } from './slot';

// Where things lie in an envelope with one slot: see docs/vault-format.md.
const FORMAT_AT = 8;
const SUITE_AT = 10;
const NAMESPACE_AT = 12;
const GENERATION_AT = 29;
const SLOT_COUNT_AT = 69;
const SLOT_TYPE_AT = 70;
const SLOT_LENGTH_AT = 87;
const PARAMETERS_AT = 89;

const VALID = formatUnsealed(makeHeader());
const WITH_PASSWORD = formatUnsealed(makeHeader({ slots: [makeSlot(PASSWORD_PARAMETERS)] }));

function overwrite(bytes: Bytes, place: number, ...replacement: readonly number[]): Bytes {
  return Uint8Array.from(bytes, (byte, index) => replacement[index - place] ?? byte);
}

function refusalOf(bytes: Bytes): string {
  const parsed = parseEnvelope(bytes);
  return parsed.ok ? 'accepted' : parsed.error;
}

function makeSlots(count: number): readonly Slot[] {
  return Array.from({ length: count }, () => makeSlot(RECOVERY_PARAMETERS));
}

const sameId = new Uint8Array(16).fill(9);

describe('parseEnvelope', () => {
  it('reads every field of what it wrote', () => {
    const header = makeHeader({
      namespace: 'backup',
      generation: Number.MAX_SAFE_INTEGER,
      slots: [makeSlot(PASSWORD_PARAMETERS), makeSlot(PASSKEY_PARAMETERS), makeSlot(RECOVERY_PARAMETERS)],
    });
    const parsed = parseEnvelope(formatUnsealed(header));
    expect(parsed.ok && parsed.value.header).toEqual(header);
  });

  it('takes sixteen slots and no more', () => {
    expect(refusalOf(formatUnsealed(makeHeader({ slots: makeSlots(16) })))).toBe('accepted');
    expect(refusalOf(formatUnsealed(makeHeader({ slots: makeSlots(17) })))).toBe('envelope-malformed');
    expect(refusalOf(formatUnsealed(makeHeader({ slots: makeSlots(255) })))).toBe('envelope-malformed');
  });

  it.each<[string, Bytes]>([
    ['nothing', new Uint8Array(0)],
    ['less than a magic', utf8Encode('LATCHKE')],
    ['another magic', overwrite(VALID, 0, 0x6c)],
    ['the magic of age', utf8Encode('age-encryption.org/v1')],
    ['JSON', utf8Encode(JSON.stringify({ vault: 1 }))],
    ['zeros', new Uint8Array(600)],
  ])('calls %s foreign', (_, bytes) => {
    expect(refusalOf(bytes)).toBe('envelope-foreign');
  });

  it.each<[string, Bytes]>([
    ['the next format', overwrite(VALID, FORMAT_AT, 0, 2)],
    ['the last format there can be', overwrite(VALID, FORMAT_AT, 0xff, 0xff)],
    ['another suite', overwrite(VALID, SUITE_AT, 0, 2)],
    ['a newer format that ends where the version does', concatBytes(utf8Encode('LATCHKEY'), u16(2), u16(1))],
  ])('calls %s newer, and looks no further', (_, bytes) => {
    expect(refusalOf(bytes)).toBe('envelope-newer');
  });

  it.each<[string, Bytes]>([
    ['format 0', overwrite(VALID, FORMAT_AT, 0, 0)],
    ['suite 0', overwrite(VALID, SUITE_AT, 0, 0)],
    ['a namespace that does not exist', overwrite(VALID, NAMESPACE_AT, 3)],
    ['namespace 0', overwrite(VALID, NAMESPACE_AT, 0)],
    ['a generation beyond exact numbers', overwrite(VALID, GENERATION_AT, 0x00, 0x20)],
    ['no slot', formatUnsealed(makeHeader({ slots: [] }))],
    ['a slot count of 0 before a slot', overwrite(VALID, SLOT_COUNT_AT, 0)],
    ['more slots promised than there are', overwrite(VALID, SLOT_COUNT_AT, 2)],
    ['slot type 0', overwrite(VALID, SLOT_TYPE_AT, 0)],
    ['a slot type that nobody knows', overwrite(VALID, SLOT_TYPE_AT, 4)],
    ['a recovery slot that calls itself a password', overwrite(VALID, SLOT_TYPE_AT, 1)],
    ['a recovery slot that calls itself a passkey', overwrite(VALID, SLOT_TYPE_AT, 2)],
    ['parameters one byte short', overwrite(VALID, SLOT_LENGTH_AT, 0, 31)],
    ['parameters as long as the world', overwrite(VALID, SLOT_LENGTH_AT, 0xff, 0xff)],
    ['a passkey without a credential id', withCredentialId(0)],
    ['a credential id longer than WebAuthn allows', withCredentialId(1_024)],
    ['two slots with one id', withSlots(makeSlot(RECOVERY_PARAMETERS, sameId), makeSlot(PASSKEY_PARAMETERS, sameId))],
    ['a body longer than its header says', concatBytes(VALID, Uint8Array.of(0))],
    ['a body shorter than its header says', VALID.slice(0, -1)],
    ['two envelopes behind each other', concatBytes(VALID, VALID)],
    ['a header with no body', VALID.slice(0, VALID.length - 80)],
  ])('calls %s malformed', (_, bytes) => {
    expect(refusalOf(bytes)).toBe('envelope-malformed');
  });

  it('takes a credential id as long as WebAuthn allows', () => {
    expect(refusalOf(withCredentialId(1_023))).toBe('accepted');
  });

  it.each([
    ['kdf-too-weak', 'memory below the floor', PARAMETERS_AT, u32(19_455)],
    ['kdf-too-costly', 'four tebibytes of memory', PARAMETERS_AT, u32(0xffff_ffff)],
    ['kdf-too-weak', 'a single pass', PARAMETERS_AT + 4, u32(1)],
    ['kdf-too-costly', 'four thousand million passes', PARAMETERS_AT + 4, u32(0xffff_ffff)],
    ['kdf-too-weak', 'no lane', PARAMETERS_AT + 8, Uint8Array.of(0)],
    ['kdf-too-costly', 'nine lanes', PARAMETERS_AT + 8, Uint8Array.of(9)],
  ])('says %s for a password slot that asks for %s', (failure, _, place, replacement) => {
    expect(refusalOf(overwrite(WITH_PASSWORD, place, ...replacement))).toBe(failure);
  });

  it('gives the MAC all bytes before it, and the body all bytes before the ciphertext', () => {
    const parsed = parseEnvelope(VALID);
    const bodyAt = VALID.length - 80;
    expect(parsed.ok && parsed.value.macInput).toEqual(VALID.slice(0, bodyAt - 32));
    expect(parsed.ok && parsed.value.headerMac).toEqual(VALID.slice(bodyAt - 32, bodyAt));
    expect(parsed.ok && parsed.value.associated).toEqual(VALID.slice(0, bodyAt));
    expect(parsed.ok && parsed.value.ciphertext).toEqual(VALID.slice(bodyAt));
  });
});

describe('slotAssociatedData', () => {
  it('is the identity of the vault and the head of the slot, and nothing that a save changes', () => {
    const header = makeHeader();
    const bytes = formatUnsealed(header);
    const [slot] = header.slots;
    const expected = concatBytes(bytes.slice(0, GENERATION_AT), bytes.slice(SLOT_TYPE_AT, PARAMETERS_AT + 32));
    expect(slot && slotAssociatedData(header, slot.slotId, slot.parameters)).toEqual(expected);
  });
});

function withSlots(...slots: readonly Slot[]): Bytes {
  return formatUnsealed(makeHeader({ slots }));
}

function withCredentialId(length: number): Bytes {
  return withSlots(makeSlot({ ...PASSKEY_PARAMETERS, credentialId: new Uint8Array(length) } as Slot['parameters']));
}
