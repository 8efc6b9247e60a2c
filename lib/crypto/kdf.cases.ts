import type { KdfParameters } from './kdf';

/** A tag that Argon2id version 19 (0x13) must give, without a secret and without associated data; in hexadecimal. */
export type Argon2Row = {
  readonly source: string;
  readonly password: string;
  readonly salt: string;
  readonly parameters: KdfParameters;
  readonly tag: string;
};

function row(
  source: string,
  [password, salt]: readonly [string, string],
  [iterations, memoryKib, parallelism]: readonly [number, number, number],
  tag: string,
): Argon2Row {
  return { source, password, salt, parameters: { memoryKib, iterations, parallelism }, tag };
}

const SOMESALT = '736f6d6573616c74';
const DIFFSALT = '6469666673616c74';
const COUNTING = '000102030405060708090a0b0c0d0e0f';
const LATIN = 'correct horse battery staple';
const UNICODE = 'pässwörd-日本語-😀';

/** The test program of the reference implementation, phc-winner-argon2 at f57e61e19229 (CC0). */
const REFERENCE = 'phc-winner-argon2 src/test.c';
/** A second implementation: pyca/cryptography 48 on OpenSSL. */
const OPENSSL = 'OpenSSL';

export const ARGON2ID_ROWS: readonly Argon2Row[] = [
  row(
    REFERENCE,
    ['password', SOMESALT],
    [2, 65_536, 1],
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  ),
  row(
    REFERENCE,
    ['password', SOMESALT],
    [2, 262_144, 1],
    '78fe1ec91fb3aa5657d72e710854e4c3d9b9198c742f9616c2f085bed95b2e8c',
  ),
  row(
    REFERENCE,
    ['password', SOMESALT],
    [2, 256, 1],
    '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  ),
  row(
    REFERENCE,
    ['password', SOMESALT],
    [2, 256, 2],
    '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
  ),
  row(
    REFERENCE,
    ['password', SOMESALT],
    [1, 65_536, 1],
    'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98',
  ),
  row(
    REFERENCE,
    ['password', SOMESALT],
    [4, 65_536, 1],
    '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c',
  ),
  row(
    REFERENCE,
    ['differentpassword', SOMESALT],
    [2, 65_536, 1],
    '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
  ),
  row(
    REFERENCE,
    ['password', DIFFSALT],
    [2, 65_536, 1],
    'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c',
  ),
  row(
    'bitwarden/sdk-internal kdf.rs (the salt is a SHA-256)',
    ['67t9b5g67$%Dh89n', '92488e1e3eeecdf99f3ed2ce59233efb4b4fb612d5655c0ce9ea52b5a502e655'],
    [4, 32_768, 2],
    'cff0e1b1a213a34c626ab3afe00911f01493ed2ff6968db83ee183f23335e1f2',
  ),
  row(OPENSSL, [LATIN, COUNTING], [3, 65_536, 4], '853b272a44db1421c02962669a55eb0994f3cab385ed1c4c79253eee19bab49e'),
  row(OPENSSL, [UNICODE, COUNTING], [3, 65_536, 4], '69079a8229efc8a69087fd08f0489c78df12faa224e9069ced8c97e3c8edc728'),
  row(OPENSSL, [LATIN, COUNTING], [3, 65_536, 1], '0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e'),
  row(OPENSSL, [UNICODE, COUNTING], [3, 65_536, 1], '54ef5e2358fa3c8e8c398debe1e515151695d6824c729e1fb3a7b319ca467d41'),
  row(OPENSSL, [LATIN, COUNTING], [2, 19_456, 1], '818259b6310026a8e0dbac5d2e6927abcfdb07b32258fac4f61b18b80f929085'),
  row(OPENSSL, [UNICODE, COUNTING], [2, 19_456, 1], '9c0febfdaea173c8e8df5f1b4d8e5a51ad5dc4b556ce54a9bd70417da0217fe3'),
  row(OPENSSL, [LATIN, COUNTING], [1, 47_104, 1], 'fdca024fae17b143175e4e725b9341fbbd176aaf77d79d78c44d28007d7b11a7'),
  row(OPENSSL, [UNICODE, COUNTING], [1, 47_104, 1], '64bdcd47aa22d97e0063d99db2c3e51d7a0ba0fb669d56650eea1fa364dc0054'),
];

/**
 * RFC 9106, section 5.3; in hexadecimal. It has a secret and associated data, of which hash-wasm takes the first only: this
 * tag comes out of another implementation, which is then compared with ours.
 */
export const RFC_9106_EXAMPLE = {
  password: '01'.repeat(32),
  salt: '02'.repeat(16),
  secret: '03'.repeat(8),
  associated: '04'.repeat(12),
  parameters: { memoryKib: 32, iterations: 3, parallelism: 4 },
  tag: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
} as const;

/** Costs that a hostile file could name: iterations, memory in KiB, parallelism. */
export const REFUSED_COSTS: readonly (readonly [string, number, number, number])[] = [
  ['no pass at all', 0, 65_536, 1],
  ['one pass over 8 KiB', 1, 8, 1],
  ['15 MiB', 2, 15_360, 1],
  ['one pass over 16 MiB', 1, 16_384, 1],
  ['one pass over 64 MiB, though OWASP would take it', 1, 65_536, 1],
  ['one KiB below the floor', 2, 19_455, 1],
  ['4 TiB', 3, 4_294_967_295, 1],
  ['a KiB above the ceiling', 3, 262_145, 1],
  ['1 GiB', 16, 1_048_576, 8],
  ['four thousand million passes', 4_294_967_295, 65_536, 1],
  ['a pass above the ceiling', 11, 65_536, 1],
  ['no lane', 3, 65_536, 0],
  ['a lane above the ceiling', 3, 65_536, 9],
  ['16 million lanes', 3, 65_536, 16_777_216],
  ['a negative number of lanes', 3, 65_536, -1],
  ['a fraction of a pass', 3.5, 65_536, 1],
  ['no number', Number.NaN, 65_536, 1],
  ['infinity', 3, Number.POSITIVE_INFINITY, 1],
  ['a number that is not exact', 3, 2 ** 53, 1],
];
