// Invariant: no derivation runs on parameters that were not checked against floor and ceiling first. They may come
// from a file somebody else made: weaker ones would give the password away, larger ones would exhaust the machine.
import { argon2id } from 'hash-wasm';
import type { Bytes } from '../shared/bytes';
import { utf8Encode, wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** Cost of one Argon2id derivation (RFC 9106). */
export type KdfParameters = {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
};

/** `kdf-too-weak`: below the floor. `kdf-too-costly`: above the ceiling. */
export type KdfFailure = 'kdf-too-weak' | 'kdf-too-costly';

/** RFC 9106 section 4, second recommended option: 64 MiB, three passes, four lanes. */
export const KDF_DEFAULT: KdfParameters = { memoryKib: 65_536, iterations: 3, parallelism: 4 };

/** OWASP's smallest memory-hard setting. */
export const KDF_FLOOR: KdfParameters = { memoryKib: 19_456, iterations: 2, parallelism: 1 };

/** What a worker can still allocate and a person can still wait for. */
export const KDF_CEILING: KdfParameters = { memoryKib: 262_144, iterations: 10, parallelism: 8 };

const COSTS = ['memoryKib', 'iterations', 'parallelism'] as const;

/** Accepts parameters between floor and ceiling, both included; anything that is no safe integer counts as too costly. */
export function checkKdfParameters(parameters: KdfParameters): Result<KdfParameters, KdfFailure> {
  for (const cost of COSTS) {
    const value = parameters[cost];
    if (!Number.isSafeInteger(value) || value > KDF_CEILING[cost]) return err('kdf-too-costly');
    if (value < KDF_FLOOR[cost]) return err('kdf-too-weak');
  }
  return ok(parameters);
}

/**
 * The 32-byte key that a password and a salt give: NFKC, so that the same password typed on another keyboard is the
 * same password (NIST 800-63B), then UTF-8, then Argon2id. hash-wasm makes a new instance for each call and drops it.
 */
export async function derivePasswordKey(password: string, salt: Bytes, parameters: KdfParameters): Promise<Bytes> {
  const checked = checkKdfParameters(parameters);
  if (!checked.ok) throw new RangeError(`unchecked Argon2id parameters: ${checked.error}`);
  const passwordBytes = utf8Encode(password.normalize('NFKC'));
  try {
    const key = await argon2id({
      password: passwordBytes,
      salt,
      memorySize: parameters.memoryKib,
      iterations: parameters.iterations,
      parallelism: parameters.parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
    return new Uint8Array(key);
  } finally {
    wipe(passwordBytes);
  }
}
