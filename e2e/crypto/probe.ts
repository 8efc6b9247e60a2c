// Runs in the extension's worker, bundled as the worker itself is: everything that lib/crypto must give, beside what it
// gives there. Nothing of this is in the extension that ships.
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id } from 'hash-wasm';
import { decrypt, encrypt } from '../../lib/crypto/aead';
import { flip, XCHACHA_EXAMPLE } from '../../lib/crypto/aead.cases';
import { authenticate } from '../../lib/crypto/hkdf';
import { HKDF_ROWS } from '../../lib/crypto/hkdf.cases';
import { HMAC_ROWS } from '../../lib/crypto/hmac.cases';
import { checkKdfParameters, derivePasswordKey } from '../../lib/crypto/kdf';
import type { Argon2Row } from '../../lib/crypto/kdf.cases';
import { ARGON2ID_ROWS, REFUSED_COSTS, RFC_9106_EXAMPLE } from '../../lib/crypto/kdf.cases';
import type { Bytes } from '../../lib/shared/bytes';
import { hexDecode, hexEncode } from '../../lib/shared/bytes';

/** One thing that was tried. */
export type Check = { readonly name: string; readonly expected: string; readonly found: string };

function hex(text: string): Bytes {
  const bytes = hexDecode(text);
  if (bytes === null) throw new Error('not hexadecimal');
  return bytes;
}

const hexOrNull = (bytes: Bytes | null) => (bytes === null ? 'refused' : hexEncode(bytes));

/** Whether code from texts runs here. The content security policy of the manifest says no. */
function triesCodeFromText(): string {
  try {
    // biome-ignore lint/security/noGlobalEval: it has to be refused
    return `ran: ${globalThis.eval('1 + 1')}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'an exception';
  }
}

async function deriveTag({ password, salt, parameters }: Argon2Row): Promise<string> {
  if (checkKdfParameters(parameters).ok) return hexEncode(await derivePasswordKey(password, hex(salt), parameters));
  // Below our floor only the primitive itself can be asked.
  const { memoryKib, iterations, parallelism } = parameters;
  const costs = { memorySize: memoryKib, iterations, parallelism, hashLength: 32, outputType: 'hex' } as const;
  return argon2id({ password, salt: hex(salt), ...costs });
}

async function checkArgon2(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const row of ARGON2ID_ROWS) {
    const { memoryKib, iterations, parallelism } = row.parameters;
    const name = `Argon2id, ${row.source}: “${row.password}”, ${memoryKib} KiB, t=${iterations}, p=${parallelism}`;
    checks.push({ name, expected: row.tag, found: await deriveTag(row) });
  }
  for (const [name, iterations, memoryKib, parallelism] of REFUSED_COSTS) {
    const costs = { iterations, memoryKib, parallelism };
    const found = await derivePasswordKey('correct horse', new Uint8Array(32), costs).then(hexEncode, String);
    checks.push({ name: `Argon2id refuses ${name}`, expected: 'RangeError', found: found.split(':')[0] ?? '' });
  }
  return checks;
}

/** RFC 9106's own example needs associated data, which hash-wasm does not take: another implementation stands between. */
async function checkRfc9106(): Promise<readonly Check[]> {
  const { password, salt, secret, associated, parameters, tag } = RFC_9106_EXAMPLE;
  const { memoryKib, iterations, parallelism } = parameters;
  const key = hex(secret);
  const costs = { t: iterations, m: memoryKib, p: parallelism, dkLen: 32, key };
  const byNoble = (more: object) => hexEncode(nobleArgon2id(hex(password), hex(salt), { ...costs, ...more }));
  const ours = await argon2id({
    ...{ password: hex(password), salt: hex(salt), secret: key, memorySize: memoryKib, iterations, parallelism },
    hashLength: 32,
    outputType: 'hex',
  });
  const name = 'RFC 9106 5.3';
  return [
    {
      name: `${name}, by the implementation that ours is compared with`,
      expected: tag,
      found: byNoble({ personalization: hex(associated) }),
    },
    { name: `${name} without associated data, by ours and by that one`, expected: byNoble({}), found: ours },
  ];
}

function checkHashes(): readonly Check[] {
  const derived = HKDF_ROWS.map(({ name, input, salt, info, output }) => {
    const found = hexEncode(hkdf(sha256, hex(input), hex(salt), hex(info), output.length / 2));
    return { name: `HKDF-SHA256, RFC 5869 ${name}`, expected: output, found };
  });
  const authenticated = HMAC_ROWS.map(({ name, key, message, tag }) => {
    const found = hexEncode(authenticate(hex(key), hex(message))).slice(0, tag.length);
    return { name: `HMAC-SHA256, RFC 4231 ${name}`, expected: tag, found };
  });
  return [...derived, ...authenticated];
}

function checkAead(): readonly Check[] {
  const { key, nonce, associated, plaintext, ciphertext } = XCHACHA_EXAMPLE;
  const open = (sealed: Bytes) => hexOrNull(decrypt(key, nonce, sealed, associated));
  const places = Array.from(ciphertext.keys());
  const changed = places.filter(place => open(flip(ciphertext, place)) !== 'refused');
  const cut = places.filter(length => open(ciphertext.slice(0, length)) !== 'refused');
  const name = 'XChaCha20-Poly1305, A.3.1 of the draft';
  const refused = (what: string, found: Bytes | null) => ({
    name: `${name}: ${what}`,
    expected: 'refused',
    found: hexOrNull(found),
  });
  return [
    {
      name: `${name}: sealed`,
      expected: hexEncode(ciphertext),
      found: hexEncode(encrypt(key, nonce, plaintext, associated)),
    },
    { name: `${name}: opened`, expected: hexEncode(plaintext), found: open(ciphertext) },
    { name: `${name}: opened with a byte changed`, expected: '', found: changed.join() },
    { name: `${name}: opened with its end cut off`, expected: '', found: cut.join() },
    refused('another key', decrypt(flip(key, 0), nonce, ciphertext, associated)),
    refused('another nonce', decrypt(key, flip(nonce, 23), ciphertext, associated)),
    refused('other associated data', decrypt(key, nonce, ciphertext, flip(associated, 11))),
  ];
}

/** Everything that was tried, and what came of it. */
export async function run(): Promise<readonly Check[]> {
  return [
    { name: 'the policy of the manifest is in force', expected: 'EvalError', found: triesCodeFromText() },
    ...(await checkArgon2()),
    ...(await checkRfc9106()),
    ...checkHashes(),
    ...checkAead(),
  ];
}
