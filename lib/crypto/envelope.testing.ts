import fc from 'fast-check';
import type { Bytes } from '../shared/bytes';
import { concatBytes } from '../shared/bytes';
import { createRepeatableRandom } from '../shared/random.testing';
import type { Header } from './envelope';
import { formatHeader } from './envelope';
import { KDF_CEILING, KDF_FLOOR } from './kdf';
import type { Slot, SlotParameters } from './slot';

const random = createRepeatableRandom(1);
const MAC = random(32);

export const PASSWORD_PARAMETERS: SlotParameters = { type: 'password', kdf: KDF_FLOOR, salt: random(32) };
export const PASSKEY_PARAMETERS: SlotParameters = {
  type: 'passkey',
  prfInput: random(32),
  salt: random(32),
  credentialId: random(20),
};
export const RECOVERY_PARAMETERS: SlotParameters = { type: 'recovery', salt: random(32) };

/** A slot that parses and opens with nothing. */
export function makeSlot(parameters: SlotParameters, slotId: Bytes = random(16)): Slot {
  return { slotId, parameters, nonce: random(24), wrappedKey: random(48) };
}

/** A header with one recovery slot, or with what is given instead. */
export function makeHeader(changes: Partial<Header> = {}): Header {
  return {
    namespace: 'vault',
    vaultId: random(16),
    generation: 7,
    saveSalt: random(32),
    slots: [makeSlot(RECOVERY_PARAMETERS)],
    bodyNonce: random(24),
    paddedLength: 64,
    ...changes,
  };
}

/** The bytes of an envelope whose body is as long as its header says, and authenticates under no key. */
export function formatUnsealed(header: Header): Bytes {
  return concatBytes(formatHeader(header), MAC, new Uint8Array(header.paddedLength + 16).fill(0xc7));
}

const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const parameters: fc.Arbitrary<SlotParameters> = fc.oneof(
  fc.record({
    type: fc.constant('password' as const),
    kdf: fc.record({
      memoryKib: fc.integer({ min: KDF_FLOOR.memoryKib, max: KDF_CEILING.memoryKib }),
      iterations: fc.integer({ min: KDF_FLOOR.iterations, max: KDF_CEILING.iterations }),
      parallelism: fc.integer({ min: KDF_FLOOR.parallelism, max: KDF_CEILING.parallelism }),
    }),
    salt: exactly(32),
  }),
  fc.record({
    type: fc.constant('passkey' as const),
    prfInput: exactly(32),
    salt: exactly(32),
    credentialId: fc.uint8Array({ minLength: 1, maxLength: 1_023 }),
  }),
  fc.record({ type: fc.constant('recovery' as const), salt: exactly(32) }),
);

/** One to sixteen slots of all types, no two with the same id. */
export const arbitrarySlots: fc.Arbitrary<readonly Slot[]> = fc.uniqueArray(
  fc.record({ slotId: exactly(16), parameters, nonce: exactly(24), wrappedKey: exactly(48) }),
  { minLength: 1, maxLength: 16, selector: slot => slot.slotId.join() },
);

/** Every header that can be written. */
export const arbitraryHeader: fc.Arbitrary<Header> = fc.record({
  namespace: fc.constantFrom('vault', 'backup'),
  vaultId: exactly(16),
  generation: fc.maxSafeNat(),
  saveSalt: exactly(32),
  slots: arbitrarySlots,
  bodyNonce: exactly(24),
  paddedLength: fc.nat(300),
});
