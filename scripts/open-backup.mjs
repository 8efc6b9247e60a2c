// Opens a copy of a vault without Latchkey: one file, written from docs/vault-format.md alone, with the primitives of Node.
// Only Argon2id, which Node 20 lacks, comes from a package. It prints every secret of the vault, on purpose.
// Invariants: what the page says is refused is refused; nothing is derived at costs outside the bounds; nothing is printed
// before all of it has proved authentic, and nothing is written anywhere else.
import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const USAGE = `Usage: node scripts/open-backup.mjs [--recovery-code] FILE

Prints what is in a copy of a Latchkey vault, as JSON. FILE is the copy, raw or in base64. It asks for the master password,
or with --recovery-code for that; where the standard input is no terminal, it is the first line of it.

WHAT IT PRINTS IS SECRET: every key, authenticator and backup code, in the clear. Leave it in no file and on no screen.`;

const SENTENCES = {
  usage: USAGE,
  unreadable: 'The file could not be read. Check its name.',
  foreign: 'This is no copy of a Latchkey vault.',
  newer: 'A later version of Latchkey wrote this copy. Use the script of that version.',
  malformed: 'This copy is damaged: its parts do not fit together. Try another copy.',
  'too-weak': 'This copy asks for weaker protection than Latchkey allows. Type no password for it.',
  'too-costly': 'This copy asks for more memory or time than Latchkey allows. Try another copy.',
  'wrong-password': 'This opens nothing in this copy. Check what you typed.',
  damaged: 'What you typed is right, and this copy is damaged. Try another copy.',
  'no-code': 'This is no recovery code. It has 32 letters and digits. Compare it with what you wrote down.',
};

const [PASSWORD, PASSKEY, RECOVERY] = [1, 2, 3];
const [FLOOR, CEILING] = [
  [19_456, 2, 1],
  [262_144, 10, 8],
];
const CAP_BYTES = 3_145_728;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEPARATORS = /[\p{White_Space}\p{Dash_Punctuation}\u2212\u00ad\u200b\u2060\ufeff]/gu;

/** Why nothing was opened: `code` is one of the page's verdicts, the message a sentence for a person. */
export class Refusal extends Error {
  constructor(code) {
    super(SENTENCES[code]);
    this.code = code;
  }
}

function expect(holds, code) {
  if (!holds) throw new Refusal(code);
}

function hasParametersOf(type, { length }) {
  if (type === PASSKEY) return length > 64 && length <= 64 + 1_023;
  return length === { [PASSWORD]: 41, [RECOVERY]: 32 }[type];
}

function costsIn(parameters) {
  return [parameters.readUInt32BE(0), parameters.readUInt32BE(4), parameters[8]];
}

function parseSlot(take, identity) {
  const head = take(19);
  const [type, parameters] = [head[0], take(head.readUInt16BE(17))];
  expect(hasParametersOf(type, parameters), 'malformed');
  if (type === PASSWORD) {
    const costs = costsIn(parameters);
    expect(!costs.some((cost, index) => cost > CEILING[index]), 'too-costly');
    expect(!costs.some((cost, index) => cost < FLOOR[index]), 'too-weak');
  }
  const associated = Buffer.concat([identity, head, parameters]);
  return { type, id: head.toString('hex', 1, 17), parameters, nonce: take(24), wrappedKey: take(48), associated };
}

/** Takes an envelope apart without opening it. Throws a {@link Refusal} for all that the page says is refused. */
export function parseEnvelope(bytes) {
  const all = Buffer.from(bytes);
  let at = 0;
  const take = length => {
    expect(at + length <= all.length, 'malformed');
    at += length;
    return all.subarray(at - length, at);
  };
  expect(all.toString('latin1', 0, 8) === 'LATCHKEY', 'foreign');
  const identity = take(29);
  const versions = [identity.readUInt16BE(8), identity.readUInt16BE(10)];
  expect(!versions.includes(0), 'malformed');
  expect(Math.max(...versions) === 1, 'newer');
  expect([1, 2].includes(identity[12]) && all.length <= CAP_BYTES, 'malformed');
  const generation = Number(take(8).readBigUInt64BE());
  expect(Number.isSafeInteger(generation), 'malformed');
  const [saveSalt, slotCount] = [take(32), take(1)[0]];
  expect(slotCount >= 1 && slotCount <= 16, 'malformed');
  const slots = Array.from({ length: slotCount }, () => parseSlot(take, identity));
  expect(new Set(slots.map(({ id }) => id)).size === slotCount, 'malformed');
  const [bodyNonce, paddedLength] = [take(24), take(4).readUInt32BE()];
  const macInput = all.subarray(0, at);
  const headerMac = take(32);
  const [associated, sealed] = [all.subarray(0, at), all.subarray(at)];
  expect(sealed.length === paddedLength + 16, 'malformed');
  return { generation, saveSalt, slots, bodyNonce, macInput, headerMac, associated, sealed };
}

/** HKDF-SHA256, 32 bytes. */
export function hkdf(input, salt, info) {
  return Buffer.from(hkdfSync('sha256', input, salt, info, 32));
}

/** HChaCha20, draft-irtf-cfrg-xchacha-03 section 2.2. */
function hchacha20(key, input) {
  const block = Buffer.concat([Buffer.from('expand 32-byte k'), key, input]);
  const state = Int32Array.from({ length: 16 }, (_, index) => block.readInt32LE(4 * index));
  const mix = (to, add, turn, bits) => {
    state[to] += state[add];
    const mixed = state[turn] ^ state[to];
    state[turn] = (mixed << bits) | (mixed >>> (32 - bits));
  };
  // 20 rounds of four quarters: over the columns in one, over the diagonals in the next.
  for (let quarter = 0; quarter < 80; quarter++) {
    const [a, isDiagonal] = [quarter % 4, quarter & 4 ? 1 : 0];
    const [b, c, d] = [1, 2, 3].map(row => 4 * row + ((a + row * isDiagonal) % 4));
    mix(a, b, d, 16);
    mix(c, d, b, 12);
    mix(a, b, d, 8);
    mix(c, d, b, 7);
  }
  const words = [0, 1, 2, 3, 12, 13, 14, 15].map(index => state[index]);
  return Buffer.from(Int32Array.from(words).buffer);
}

/** XChaCha20-Poly1305; null where it does not authenticate. */
export function openSealed(key, nonce, sealed, associated) {
  const inner = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const subkey = hchacha20(key, nonce.subarray(0, 16));
  const decipher = createDecipheriv('chacha20-poly1305', subkey, inner, { authTagLength: 16 });
  decipher.setAAD(associated, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

function paddedLengthOf(length) {
  if (length <= 65_536) return Math.ceil(length / 4_096) * 4_096;
  const exponent = Math.floor(Math.log2(length));
  const quantum = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / quantum) * quantum;
}

/** The JSON in padded bytes that have authenticated. */
export function readPadded(padded) {
  const end = 4 + padded.readUInt32BE();
  expect(paddedLengthOf(end) === padded.length && padded.subarray(end).every(byte => byte === 0), 'damaged');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(4, end)));
  } catch {
    throw new Refusal('damaged');
  }
}

async function deriveWrappingKey({ type, parameters }, given) {
  if (type === PASSKEY) return hkdf(given, parameters.subarray(32, 64), 'latchkey/v1/passkey-kek');
  if (type === RECOVERY) return hkdf(given, parameters, 'latchkey/v1/recovery-kek');
  const { argon2id } = await import('hash-wasm');
  const [memorySize, iterations, parallelism] = costsIn(parameters);
  const [password, salt] = [Buffer.from(given.normalize('NFKC')), parameters.subarray(9)];
  const costs = { memorySize, iterations, parallelism, hashLength: 32 };
  return Buffer.from(await argon2id({ password, salt, ...costs, outputType: 'binary' }));
}

async function unwrapVaultKey(slots, { password, prfOutput, recoveryCode }) {
  const given = { [PASSWORD]: password, [PASSKEY]: prfOutput, [RECOVERY]: recoveryCode };
  for (const slot of slots.filter(({ type }) => given[type] !== undefined)) {
    const kek = await deriveWrappingKey(slot, given[slot.type]);
    const vaultKey = openSealed(kek, slot.nonce, slot.wrappedKey, slot.associated);
    if (vaultKey !== null) return vaultKey;
  }
  throw new Refusal('wrong-password');
}

/** Opens an envelope by a way in: `{ password }`, `{ recoveryCode }` or `{ prfOutput }`. Gives its vault key and its body. */
export async function openEnvelope(bytes, wayIn) {
  const envelope = parseEnvelope(bytes);
  const vaultKey = await unwrapVaultKey(envelope.slots, wayIn);
  const mac = createHmac('sha256', hkdf(vaultKey, '', 'latchkey/v1/header-mac'))
    .update(envelope.macInput)
    .digest();
  expect(timingSafeEqual(mac, envelope.headerMac), 'damaged');
  const dataKey = hkdf(vaultKey, envelope.saveSalt, 'latchkey/v1/body');
  const padded = openSealed(dataKey, envelope.bodyNonce, envelope.sealed, envelope.associated);
  expect(padded !== null && padded.length > 4, 'damaged');
  return { vaultKey, body: readPadded(padded) };
}

/** The 16 bytes of a recovery code as a person has it. */
export function parseRecoveryCode(text) {
  const characters = text
    .replace(SEPARATORS, '')
    .replace(/[Oo]/g, '0')
    .replace(/[IiLl]/g, '1');
  expect(/^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{32}$/.test(characters), 'no-code');
  const values = Array.from(characters.toUpperCase(), each => BigInt(CROCKFORD.indexOf(each)));
  const hex = values.reduce((sum, value) => sum * 32n + value, 0n).toString(16);
  const bytes = Buffer.from(hex.padStart(40, '0'), 'hex');
  expect(crc32(bytes.subarray(0, 16)) === bytes.readUInt32BE(16), 'no-code');
  return bytes.subarray(0, 16);
}

function readCopy(file) {
  expect(file !== undefined, 'usage');
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new Refusal('unreadable');
  }
  const text = bytes.toString('latin1').trim();
  const decoded = Buffer.from(text, 'base64');
  return decoded.toString('base64') === text ? decoded : bytes;
}

async function askFor(what) {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(`${what}: `);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: isTerminal });
  lines.once('SIGINT', () => process.exit(130));
  const answer = await new Promise(resolve => lines.once('line', resolve).once('close', () => resolve('')));
  lines.close();
  if (isTerminal) process.stderr.write('\n');
  return answer;
}

async function main(args) {
  const options = args.filter(arg => arg.startsWith('--'));
  const [file, ...more] = args.filter(arg => !arg.startsWith('--'));
  expect(more.length === 0 && options.every(option => option === '--recovery-code'), 'usage');
  const bytes = readCopy(file);
  parseEnvelope(bytes);
  const byCode = options.length > 0;
  const answer = await askFor(byCode ? 'Recovery code' : 'Master password');
  const { body } = await openEnvelope(
    bytes,
    byCode ? { recoveryCode: parseRecoveryCode(answer) } : { password: answer },
  );
  // Not even what a name holds may steer a terminal.
  const text = JSON.stringify(body, null, 2).replace(
    /[\u007f-\u009f]/g,
    each => `\\u00${each.charCodeAt(0).toString(16)}`,
  );
  process.stdout.write(`${text}\n`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch(error => {
    process.stderr.write(`${error instanceof Refusal ? error.message : `This went wrong: ${error.message}`}\n`);
    process.exitCode = 1;
  });
}
