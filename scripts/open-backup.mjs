// Opens a copy of a vault without Latchkey: one file, written from docs/vault-format.md alone, with the primitives of Node.
// Only Argon2id, which Node 20 lacks, comes from a package. It prints every secret of the vault, on purpose.
// Invariants: what the page says is refused is refused; nothing is derived at costs outside the bounds; nothing is printed
// before all of it has proved authentic, and nothing is written anywhere else.
import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const USAGE = `Usage: node scripts/open-backup.mjs FILE [--recovery-code] [--held-recovery-code]

Prints what is in a copy of a Latchkey vault, as JSON. FILE is the copy, raw or in base64. It asks for the master password:
with --recovery-code for that code instead, with --held-recovery-code also for the one of the passkey-held accounts, to put
back what they hold. Where the standard input is no terminal, the answers are its lines.

WHAT IT PRINTS IS SECRET: every key, authenticator and backup code, in the clear. Leave it in no file and on no screen.`;

const MALFORMED = 'This vault is malformed: its parts do not fit together. Try another copy.';
const DAMAGED_CONTENTS = 'What you typed is right, but its contents are damaged.';
const NO_CODE = 'A recovery code has 32 letters and digits, and these are not the ones of any. Compare them.';
const NO_PACKAGE =
  'This needs one package: run `npm ci` in the Latchkey folder first. (With --recovery-code it is not needed.)';

const OPTIONS = ['--recovery-code', '--held-recovery-code'];
const [PASSWORD, PASSKEY, RECOVERY] = [1, 2, 3];
const SIZES = { [PASSWORD]: [41, 41], [PASSKEY]: [65, 64 + 1_023], [RECOVERY]: [32, 32] };
const COSTS = { memory: [19_456, 262_144], passes: [2, 10], lanes: [1, 8] };
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEPARATORS = /[\p{White_Space}\p{Dash_Punctuation}\u2212\u00ad\u200b\u2060\ufeff]/gu;

/** Why nothing was opened, in words for a person. */
export class Refusal extends Error {}

function expect(holds, sentence) {
  if (!holds) throw new Refusal(sentence);
}

function parseSlot(take, identity) {
  const head = take(19);
  const [type, parameters] = [head[0], take(head.readUInt16BE(17))];
  const [shortest, longest] = SIZES[type] ?? [1, 0];
  expect(parameters.length >= shortest && parameters.length <= longest, MALFORMED);
  const costs = type === PASSWORD ? [parameters.readUInt32BE(0), parameters.readUInt32BE(4), parameters[8]] : [];
  for (const [index, [name, [least, most]]] of Object.entries(type === PASSWORD ? COSTS : {}).entries()) {
    expect(costs[index] <= most, `This vault asks for more work than allowed (${name}).`);
    expect(costs[index] >= least, `This vault asks for weaker protection than allowed (${name}).`);
  }
  const [id, associated] = [head.toString('hex', 1, 17), Buffer.concat([identity, head, parameters])];
  return { type, id, parameters, costs, nonce: take(24), wrappedKey: take(48), associated };
}

/** Takes an envelope apart without opening it. Throws a {@link Refusal} for all that the page says is refused. */
export function parseEnvelope(bytes) {
  const all = Buffer.from(bytes);
  let at = 0;
  const take = length => {
    expect(at + length <= all.length, MALFORMED);
    at += length;
    return all.subarray(at - length, at);
  };
  expect(all.toString('latin1', 0, 8) === 'LATCHKEY', 'This is no vault of Latchkey.');
  const identity = take(29);
  const [format, suite] = [identity.readUInt16BE(8), identity.readUInt16BE(10)];
  expect(format !== 0 && suite !== 0, MALFORMED);
  expect(format === 1 && suite === 1, 'A newer Latchkey wrote this vault. Use the script that came with it.');
  expect([1, 2].includes(identity[12]) && all.length <= 3_145_728, MALFORMED);
  const generation = Number(take(8).readBigUInt64BE());
  expect(Number.isSafeInteger(generation), MALFORMED);
  const [saveSalt, slotCount] = [take(32), take(1)[0]];
  expect(slotCount >= 1 && slotCount <= 16, MALFORMED);
  const slots = Array.from({ length: slotCount }, () => parseSlot(take, identity));
  expect(new Set(slots.map(({ id }) => id)).size === slotCount, MALFORMED);
  const [bodyNonce, paddedLength] = [take(24), take(4).readUInt32BE()];
  const [macInput, headerMac] = [all.subarray(0, at), take(32)];
  const [associated, sealed, vaultId] = [all.subarray(0, at), all.subarray(at), identity.subarray(13)];
  expect(sealed.length === paddedLength + 16, MALFORMED);
  return { vaultId, generation, saveSalt, slots, bodyNonce, macInput, headerMac, associated, sealed };
}

const fromBase64 = text => Buffer.from(text, 'base64');
// Not even what a name holds may steer a terminal.
const escapeControl = each => `\\u00${each.charCodeAt(0).toString(16).padStart(2, '0')}`;
const hkdf = (input, salt, info) => Buffer.from(hkdfSync('sha256', input, salt, info, 32));

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
    for (const [index, bits] of [16, 12, 8, 7].entries()) mix(...(index % 2 === 0 ? [a, b, d] : [c, d, b]), bits);
  }
  return Buffer.from(Int32Array.of(...state.subarray(0, 4), ...state.subarray(12)).buffer);
}

/** XChaCha20-Poly1305; null where it does not authenticate. */
function openSealed(key, nonce, sealed, associated) {
  const inner = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const subkey = hchacha20(key, nonce.subarray(0, 16));
  const decipher = createDecipheriv('chacha20-poly1305', subkey, inner, { authTagLength: 16 });
  decipher.setAAD(associated, { plaintextLength: sealed.length - 16 }).setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

function paddedLengthOf(length) {
  const exponent = Math.floor(Math.log2(length));
  const quantum = length <= 65_536 ? 4_096 : 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / quantum) * quantum;
}

/** The JSON in padded bytes that have authenticated. */
export function readPadded(padded) {
  const end = 4 + padded.readUInt32BE();
  expect(paddedLengthOf(end) === padded.length && padded.subarray(end).every(byte => byte === 0), DAMAGED_CONTENTS);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(4, end)));
  } catch {
    throw new Refusal(DAMAGED_CONTENTS);
  }
}

async function deriveWrappingKey({ type, parameters, costs }, given) {
  if (type === PASSKEY) return hkdf(given, parameters.subarray(32, 64), 'latchkey/v1/passkey-kek');
  if (type === RECOVERY) return hkdf(given, parameters, 'latchkey/v1/recovery-kek');
  const { argon2id } = await import('hash-wasm');
  const [memorySize, iterations, parallelism] = costs;
  const form = { memorySize, iterations, parallelism, hashLength: 32, outputType: 'binary' };
  const password = Buffer.from(given.normalize('NFKC'));
  return Buffer.from(await argon2id({ password, salt: parameters.subarray(9), ...form }));
}

async function unwrapVaultKey(slots, { password, prfOutput, recoveryCode }) {
  const given = { [PASSWORD]: password, [PASSKEY]: prfOutput, [RECOVERY]: recoveryCode };
  // An empty answer opens nothing.
  for (const slot of slots.filter(({ type }) => given[type])) {
    const kek = await deriveWrappingKey(slot, given[slot.type]);
    const vaultKey = openSealed(kek, slot.nonce, slot.wrappedKey, slot.associated);
    if (vaultKey !== null) return vaultKey;
  }
  throw new Refusal('This does not open the vault. Check what you typed.');
}

/** Opens an envelope by a way in: `{ password }`, `{ recoveryCode }` or `{ prfOutput }`. */
export async function openEnvelope(bytes, wayIn) {
  const envelope = parseEnvelope(bytes);
  const vaultKey = await unwrapVaultKey(envelope.slots, wayIn);
  const macKey = hkdf(vaultKey, '', 'latchkey/v1/header-mac');
  const mac = createHmac('sha256', macKey).update(envelope.macInput).digest();
  expect(timingSafeEqual(mac, envelope.headerMac), 'What you typed is right, but its header is damaged.');
  const dataKey = hkdf(vaultKey, envelope.saveSalt, 'latchkey/v1/body');
  const padded = openSealed(dataKey, envelope.bodyNonce, envelope.sealed, envelope.associated);
  expect(padded !== null && padded.length > 4, DAMAGED_CONTENTS);
  return { vaultId: envelope.vaultId, generation: envelope.generation, body: readPadded(padded) };
}

/** The body with what passkeys hold put back into it, by the recovery code of the held key. */
export function openHeld({ vaultId, body }, recoveryCode) {
  const open = (key, { nonce }, sealed, ...associated) =>
    openSealed(key, fromBase64(nonce), fromBase64(sealed), Buffer.concat(associated));
  const wrap = body.held?.recovery;
  expect(wrap, 'This vault has no passkey-held accounts.');
  const [info, wrapId] = ['latchkey/v1/held-kek', fromBase64(wrap.wrapId)];
  const heldKey = open(hkdf(recoveryCode, wrapId, info), wrap, wrap.wrappedKey, Buffer.from(info), vaultId, wrapId);
  expect(heldKey !== null, 'This is not the recovery code of the passkey-held accounts. Check what you typed.');
  const unseal = account => {
    const { sealId, salt, sealed } = account.seal;
    const key = hkdf(heldKey, fromBase64(salt), 'latchkey/v1/held');
    const identity = [Buffer.from('latchkey/v1/held'), vaultId, Buffer.from(account.id), fromBase64(sealId)];
    const padded = open(key, account.seal, sealed, ...identity);
    // One seal that does not open is damage of that account alone.
    return padded === null ? account : { ...account, ...readPadded(padded), seal: null };
  };
  return { ...body, accounts: body.accounts.map(account => (account.seal === null ? account : unseal(account))) };
}

/** The 16 bytes of a recovery code as a person has it. */
export function parseRecoveryCode(text) {
  const characters = text
    .replace(SEPARATORS, '')
    .replace(/[Oo]/g, '0')
    .replace(/[IiLl]/g, '1');
  expect(/^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{32}$/.test(characters), NO_CODE);
  const values = Array.from(characters.toUpperCase(), each => BigInt(CROCKFORD.indexOf(each)));
  const hex = values.reduce((sum, value) => sum * 32n + value, 0n).toString(16);
  const bytes = Buffer.from(hex.padStart(40, '0'), 'hex');
  expect(crc32(bytes.subarray(0, 16)) === bytes.readUInt32BE(16), NO_CODE);
  return bytes.subarray(0, 16);
}

function readCopy(file) {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1').trim();
  return fromBase64(text).toString('base64') === text ? fromBase64(text) : bytes;
}

/** Asks on the standard error, so that the standard output is the JSON alone. */
async function ask(what, lines) {
  process.stderr.write(`${what}: `);
  const { value = '' } = await lines.next();
  process.stderr.write('\n');
  return value;
}

async function main(args) {
  const options = args.filter(arg => arg.startsWith('--'));
  const [file, ...more] = args.filter(arg => !arg.startsWith('--'));
  const [byCode, withHeld] = OPTIONS.map(option => options.includes(option));
  expect(file !== undefined && more.length === 0 && options.every(option => OPTIONS.includes(option)), USAGE);
  expect(existsSync(file), 'There is no such file.');
  const bytes = readCopy(file);
  parseEnvelope(bytes);
  if (!byCode) await import('hash-wasm').catch(() => expect(false, NO_PACKAGE));
  // Without an output, nothing of an answer is shown.
  const answers = createInterface({ input: process.stdin, terminal: process.stdin.isTTY === true });
  answers.once('SIGINT', () => process.exit(130));
  const lines = answers[Symbol.asyncIterator]();
  const wayIn = byCode
    ? { recoveryCode: parseRecoveryCode(await ask('Recovery code', lines)) }
    : { password: await ask('Master password', lines) };
  const opened = await openEnvelope(bytes, wayIn);
  const body = withHeld
    ? openHeld(opened, parseRecoveryCode(await ask('Recovery code of the passkey-held accounts', lines)))
    : opened.body;
  // JSON has escaped the other control characters, but for the line breaks between its parts.
  process.stdout.write(`${JSON.stringify(body, null, 2).replace(/[\u007f-\u009f]/g, escapeControl)}\n`);
  for (const { label } of body.accounts.filter(({ seal }) => seal && !withHeld)) {
    const name = label.replace(/\p{Cc}/gu, escapeControl);
    process.stderr.write(`The authenticator of “${name}” is held by a passkey: add --held-recovery-code.\n`);
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2)).catch(error => {
    process.stderr.write(`${error instanceof Refusal ? '' : 'This went wrong: '}${error.message}\n`);
    process.exitCode = 1;
  });
  process.stdin.destroy();
}
