import { argon2id } from 'hash-wasm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hexDecode, hexEncode } from '../shared/bytes';
import type { KdfParameters } from './kdf';
import { checkKdfParameters, derivePasswordKey, KDF_CEILING, KDF_DEFAULT, KDF_FLOOR } from './kdf';
import { ARGON2ID_ROWS, REFUSED_COSTS } from './kdf.cases';

// The real function, watched: parameters that are refused must not have cost a single pass.
vi.mock('hash-wasm', async importOriginal => {
  const original = await importOriginal<typeof import('hash-wasm')>();
  return { ...original, argon2id: vi.fn(original.argon2id) };
});

beforeEach(() => {
  vi.mocked(argon2id).mockClear();
});

const SALT = Uint8Array.from({ length: 32 }, (_, index) => index);
/** A slow machine may take its time: what is tested is the tag. */
const PATIENCE_MS = 60_000;
const isAllowed = (parameters: KdfParameters) => checkKdfParameters(parameters).ok;

describe('Argon2id', () => {
  it.each(ARGON2ID_ROWS)(
    'gives the tag of $source for $parameters and “$password”',
    async vector => {
      const { password, parameters, tag } = vector;
      const salt = hexDecode(vector.salt) ?? new Uint8Array(0);
      const ours = isAllowed(parameters)
        ? hexEncode(await derivePasswordKey(password, salt, parameters))
        : // Below our floor only the primitive itself can be asked.
          await argon2id({
            password,
            salt,
            iterations: parameters.iterations,
            memorySize: parameters.memoryKib,
            parallelism: parameters.parallelism,
            hashLength: 32,
            outputType: 'hex',
          });
      expect(ours).toBe(tag);
    },
    PATIENCE_MS,
  );
});

describe('checkKdfParameters', () => {
  it.each([
    ['the floor', KDF_FLOOR],
    ['the default', KDF_DEFAULT],
    ['the ceiling', KDF_CEILING],
  ])('accepts %s itself', (_, parameters) => {
    expect(checkKdfParameters(parameters)).toEqual({ ok: true, value: parameters });
  });

  it('has the limits of the format: 19 MiB and two passes to 256 MiB, ten passes and eight lanes', () => {
    expect(KDF_FLOOR).toEqual({ memoryKib: 19 * 1024, iterations: 2, parallelism: 1 });
    expect(KDF_CEILING).toEqual({ memoryKib: 256 * 1024, iterations: 10, parallelism: 8 });
    expect(KDF_DEFAULT).toEqual({ memoryKib: 64 * 1024, iterations: 3, parallelism: 4 });
  });

  it.each([
    ['kdf-too-weak', { ...KDF_DEFAULT, memoryKib: 19_455 }],
    ['kdf-too-weak', { ...KDF_DEFAULT, iterations: 1 }],
    ['kdf-too-weak', { ...KDF_DEFAULT, parallelism: 0 }],
    ['kdf-too-costly', { ...KDF_DEFAULT, memoryKib: 262_145 }],
    ['kdf-too-costly', { ...KDF_DEFAULT, iterations: 11 }],
    ['kdf-too-costly', { ...KDF_DEFAULT, parallelism: 9 }],
  ])('says %s for %j', (error, parameters) => {
    expect(checkKdfParameters(parameters)).toEqual({ ok: false, error });
  });

  it.each([
    ['a text', '{"memoryKib":65536,"iterations":"3","parallelism":1}'],
    ['null', '{"memoryKib":65536,"iterations":null,"parallelism":1}'],
    ['nothing', '{"memoryKib":65536,"parallelism":1}'],
  ])('refuses a cost that is %s, whatever the types promised', (_, json) => {
    expect(isAllowed(JSON.parse(json))).toBe(false);
  });
});

describe('derivePasswordKey', () => {
  it.each(REFUSED_COSTS)('refuses %s before any derivation runs', async (_, iterations, memoryKib, parallelism) => {
    const parameters = { iterations, memoryKib, parallelism };
    await expect(derivePasswordKey('correct horse', SALT, parameters)).rejects.toThrow(RangeError);
    expect(argon2id).not.toHaveBeenCalled();
  });

  it('takes the same password in every spelling of Unicode for the same', async () => {
    const composed = 'Zürich ﬁne 𝟐 Ａ';
    const decomposed = 'Zu\u0308rich fine 2 A';
    expect(composed).not.toBe(decomposed);
    expect(await derivePasswordKey(composed, SALT, KDF_FLOOR)).toEqual(
      await derivePasswordKey(decomposed, SALT, KDF_FLOOR),
    );
  });

  it('does not trim, fold or cut a password', async () => {
    const keys = await Promise.all(
      ['password', 'Password', ' password', 'password ', 'password\0'].map(async password =>
        hexEncode(await derivePasswordKey(password, SALT, KDF_FLOOR)),
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('works again after a derivation that the machine had no memory for', async () => {
    vi.mocked(argon2id).mockRejectedValueOnce(new RangeError('WebAssembly.Memory(): could not allocate memory'));
    await expect(derivePasswordKey('correct horse', SALT, KDF_FLOOR)).rejects.toThrow('memory');
    expect((await derivePasswordKey('correct horse', SALT, KDF_FLOOR)).length).toBe(32);
  });
});
