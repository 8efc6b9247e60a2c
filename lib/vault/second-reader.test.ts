// A second reader of format v1, written from docs/vault-format.md alone: other primitives (Node's own), no line of ours.
// It fails where the description and the code part ways.
import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { V1_EVERY_FIELD, V1_EVERY_FIELD_RECIPE } from './fixtures/v1-every-field';
import { V1_EVERY_SLOT, V1_EVERY_SLOT_RECIPE } from './fixtures/v1-every-slot';

const PATIENCE_MS = 60_000;

function hkdf(input: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, 32));
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

/** HChaCha20, draft-irtf-cfrg-xchacha-03 section 2.2. */
function hchacha20(key: Buffer, input: Buffer): Buffer {
  const constants = Buffer.from('expand 32-byte k');
  const state = new Int32Array(16);
  for (let index = 0; index < 16; index++) {
    const [from, at] = index < 4 ? [constants, index] : index < 12 ? [key, index - 4] : [input, index - 12];
    state[index] = from.readInt32LE(4 * at);
  }
  const mix = (to: number, add: number, turn: number, bits: number) => {
    state[to] = (state[to] ?? 0) + (state[add] ?? 0);
    state[turn] = rotate((state[turn] ?? 0) ^ (state[to] ?? 0), bits);
  };
  for (let round = 0; round < 20; round++) {
    for (let column = 0; column < 4; column++) {
      const shift = round % 2 === 0 ? 0 : 1;
      const b = 4 + ((column + shift) % 4);
      const c = 8 + ((column + 2 * shift) % 4);
      const d = 12 + ((column + 3 * shift) % 4);
      mix(column, b, d, 16);
      mix(c, d, b, 12);
      mix(column, b, d, 8);
      mix(c, d, b, 7);
    }
  }
  const subkey = Buffer.alloc(32);
  for (let index = 0; index < 8; index++) subkey.writeInt32LE(state[index < 4 ? index : index + 8] ?? 0, 4 * index);
  return subkey;
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer, associated: Buffer): Buffer {
  const inner = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const decipher = createDecipheriv('chacha20-poly1305', hchacha20(key, nonce), inner, { authTagLength: 16 });
  decipher.setAAD(associated, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

type Ways = { readonly password: string; readonly prfOutput: Uint8Array; readonly recoveryCode: Uint8Array };

async function wrappingKey(type: number, parameters: Buffer, ways: Ways): Promise<Buffer> {
  if (type === 2) return hkdf(ways.prfOutput, parameters.subarray(32, 64), 'latchkey/v1/passkey-kek');
  if (type === 3) return hkdf(ways.recoveryCode, parameters, 'latchkey/v1/recovery-kek');
  const key = await argon2id({
    password: ways.password.normalize('NFKC'),
    salt: parameters.subarray(9),
    memorySize: parameters.readUInt32BE(0),
    iterations: parameters.readUInt32BE(4),
    parallelism: parameters.readUInt8(8),
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

/** The vault keys that the slots give, one each, and the JSON of the body. */
async function readVault(
  base64: string,
  ways: Ways,
): Promise<{ readonly keys: readonly string[]; readonly body: unknown }> {
  const all = Buffer.from(base64, 'base64');
  const identity = all.subarray(0, 29);
  const saveSalt = all.subarray(37, 69);
  const keys: string[] = [];
  let at = 70;
  for (let slot = 0; slot < all.readUInt8(69); slot++) {
    const paramsAt = at + 19;
    const nonceAt = paramsAt + all.readUInt16BE(at + 17);
    const kek = await wrappingKey(all.readUInt8(at), all.subarray(paramsAt, nonceAt), ways);
    const associated = Buffer.concat([identity, all.subarray(at, nonceAt)]);
    keys.push(
      open(kek, all.subarray(nonceAt, nonceAt + 24), all.subarray(nonceAt + 24, nonceAt + 72), associated).toString(
        'hex',
      ),
    );
    at = nonceAt + 72;
  }
  const vaultKey = Buffer.from(keys[0] ?? '', 'hex');
  const macAt = at + 28;
  const macKey = hkdf(vaultKey, Buffer.alloc(0), 'latchkey/v1/header-mac');
  const mac = createHmac('sha256', macKey).update(all.subarray(0, macAt)).digest();
  if (!mac.equals(all.subarray(macAt, macAt + 32))) throw new Error('the header does not authenticate');
  const dataKey = hkdf(vaultKey, saveSalt, 'latchkey/v1/body');
  const padded = open(dataKey, all.subarray(at, at + 24), all.subarray(macAt + 32), all.subarray(0, macAt + 32));
  return { keys, body: JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString('utf8')) };
}

describe('a reader that knows nothing but the description of the format', () => {
  it.each([
    ['v1-every-slot', V1_EVERY_SLOT, V1_EVERY_SLOT_RECIPE],
    ['v1-every-field', V1_EVERY_FIELD, V1_EVERY_FIELD_RECIPE],
  ])(
    'opens %s by all three slots to one key, and reads what was put in',
    async (_, base64, recipe) => {
      const { keys, body } = await readVault(base64, recipe);
      expect(keys).toHaveLength(3);
      expect(new Set(keys).size).toBe(1);
      expect(body).toEqual(recipe.body);
    },
    PATIENCE_MS,
  );
});
