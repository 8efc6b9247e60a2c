// Vaults made without a browser, by the code that the worker runs: as large, as old or as wrong as a test needs them.
import { randomBytes } from 'node:crypto';
import { makeSlot } from '../../lib/crypto/envelope.testing';
import type { KdfParameters } from '../../lib/crypto/kdf';
import { checkKdfParameters, KDF_FLOOR } from '../../lib/crypto/kdf';
import type { Slot } from '../../lib/crypto/slot';
import type { Bytes } from '../../lib/shared/bytes';
import { bodyWith, fields } from '../../lib/vault/accounts.testing';
import type { VaultBody } from '../../lib/vault/body';
import { encodeBody } from '../../lib/vault/body';
import { makeVaultKey, sealVault } from '../../lib/vault/seal';
import { wrapVaultKey } from '../../lib/vault/slots';
import { MASTER_PASSWORD } from './master-password';

const random = (byteCount: number): Bytes => new Uint8Array(randomBytes(byteCount));

export type VaultPlan = {
  /** What its password costs. Costs that no derivation may have make a slot that opens with nothing. */
  readonly kdf?: KdfParameters;
  readonly accountCount?: number;
  readonly generation?: number;
  /** What else is in it. */
  readonly change?: (body: VaultBody) => VaultBody;
};

/** The envelope of a vault with one password, {@link MASTER_PASSWORD}, and accounts that are named `Account 0` and so on. */
export async function makeVault({
  kdf = KDF_FLOOR,
  accountCount = 1,
  generation = 1,
  change,
}: VaultPlan): Promise<Bytes> {
  const vaultKey = makeVaultKey(random);
  const identity = { namespace: 'vault', vaultId: random(16) } as const;
  const parameters = { type: 'password', kdf, salt: random(32) } as const;
  const slot: Slot = checkKdfParameters(kdf).ok
    ? await wrapVaultKey(vaultKey, identity, parameters, { type: 'password', password: MASTER_PASSWORD }, random)
    : makeSlot(parameters);
  const forms = Array.from({ length: accountCount }, (_, index) =>
    fields({ label: `Account ${index}`, email: `person-${index}@example.com` }),
  );
  const body = bodyWith(...forms);
  const content = encodeBody(change === undefined ? body : change(body));
  return sealVault(vaultKey, { ...identity, generation, slots: [slot] }, content, random);
}
