// The stand-alone reader was written from docs/vault-format.md and shares no line with lib/. These tests fail where page,
// reader and library part ways.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseEnvelope as parseWithLibrary } from '../lib/crypto/envelope';
import { formatRecoveryCode } from '../lib/model/recovery-code';
import { base64Decode } from '../lib/shared/base64';
import { EVERY_FIELD_BODY } from '../lib/vault/fixtures/every-field-body';
import { V1_EVERY_FIELD, V1_EVERY_FIELD_RECIPE } from '../lib/vault/fixtures/v1-every-field';
import { V1_EVERY_SLOT, V1_EVERY_SLOT_RECIPE } from '../lib/vault/fixtures/v1-every-slot';
import { V2_HELD, V2_HELD_ENVELOPE, V2_HELD_RECIPE } from '../lib/vault/fixtures/v2-held';
import { V3_ROTATION, V3_ROTATION_RECIPE } from '../lib/vault/fixtures/v3-rotation';
import { openEnvelope, openHeld, parseEnvelope, parseRecoveryCode, Refusal, readPadded } from './open-backup.mjs';

const FIXTURES = [
  ['v1-every-slot', V1_EVERY_SLOT, V1_EVERY_SLOT_RECIPE],
  ['v1-every-field', V1_EVERY_FIELD, V1_EVERY_FIELD_RECIPE],
  ['v2-held', V2_HELD_ENVELOPE, V2_HELD_RECIPE],
  ['v3-rotation', V3_ROTATION, V3_ROTATION_RECIPE],
] as const;

const bytesOf = (base64: string) => Buffer.from(base64, 'base64');
const valid = bytesOf(V1_EVERY_SLOT);
const folder = mkdtempSync(join(tmpdir(), 'latchkey-open-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script as a person does, with the answers typed in one after the other. */
function run(content: string | Buffer, answers: readonly string[], ...options: readonly string[]) {
  const file = join(folder, 'copy.latchkey');
  writeFileSync(file, content);
  return spawnSync(process.execPath, ['scripts/open-backup.mjs', file, ...options], {
    input: answers.map(answer => `${answer}\n`).join(''),
    encoding: 'utf8',
  });
}

function changed(place: number, ...values: readonly number[]): Buffer {
  const bytes = Buffer.from(valid);
  bytes.set(values, place);
  return bytes;
}

describe('the stand-alone reader', () => {
  it.each(FIXTURES)('opens %s by each of its ways in, and reads what was put in', async (_, base64, recipe) => {
    const { password, prfOutput, recoveryCode } = recipe;
    for (const wayIn of [{ password }, { prfOutput }, { recoveryCode }]) {
      const opened = await openEnvelope(bytesOf(base64), wayIn);
      expect(opened.body).toEqual(recipe.body);
      expect(opened.generation).toBe(recipe.generation);
    }
  });

  it('puts back what passkeys hold, by the recovery code of the held key and by no other', async () => {
    const opened = await openEnvelope(bytesOf(V2_HELD_ENVELOPE), { recoveryCode: V2_HELD_RECIPE.recoveryCode });
    const [account] = openHeld(opened, V2_HELD.recoveryCode).accounts;
    const { authenticator, backupCodes, earlierAuthenticators } = EVERY_FIELD_BODY.accounts[0];
    expect(account).toMatchObject({ authenticator, backupCodes, earlierAuthenticators, seal: null });
    expect(() => openHeld(opened, V2_HELD_RECIPE.recoveryCode)).toThrow('not the recovery code of the passkey-held');
  });

  it.each<[string, Buffer, string]>([
    ['another file', Buffer.from('%PDF-1.7'), 'This is no vault of Latchkey.'],
    ['a newer format', changed(8, 0, 2), 'A newer Latchkey wrote this vault.'],
    ['a newer suite', changed(10, 0, 2), 'A newer Latchkey wrote this vault.'],
    ['a namespace that does not exist', changed(12, 3), 'malformed'],
    ['a generation beyond all counting', changed(29, 0xff), 'malformed'],
    ['no slot', changed(69, 0), 'malformed'],
    ['an unknown slot', changed(70, 4), 'malformed'],
    ['costs below the floor', changed(89, 0, 0, 0x10), 'weaker protection than allowed (memory)'],
    ['costs above the ceiling', changed(89, 0xff), 'more work than allowed (memory)'],
    ['one byte too many', Buffer.concat([valid, Buffer.alloc(1)]), 'malformed'],
    ['one byte too few', valid.subarray(0, -1), 'malformed'],
  ])('refuses %s before anything is derived', (_, bytes, sentence) => {
    expect(() => parseEnvelope(bytes)).toThrow(Refusal);
    expect(() => parseEnvelope(bytes)).toThrow(sentence);
  });

  it.each<[string, number, string]>([
    ['MAC', 530, 'its header is damaged'],
    ['generation', 36, 'its header is damaged'],
    ['body', 600, 'its contents are damaged'],
    ['slot', 460, 'This does not open the vault.'],
  ])('says what is wrong where the %s was changed', async (_, place, sentence) => {
    const bytes = changed(place, (valid[place] ?? 0) ^ 1);
    await expect(openEnvelope(bytes, { recoveryCode: V1_EVERY_SLOT_RECIPE.recoveryCode })).rejects.toThrow(sentence);
  });

  it('refuses and accepts the same bytes as the library, whatever was changed', () => {
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(255), fc.integer({ min: 0, max: 40 }), (place, value, cut) => {
        const bytes = changed(place, value).subarray(0, valid.length - cut);
        const parse = () => parseEnvelope(bytes);
        if (parseWithLibrary(new Uint8Array(bytes)).ok) expect(parse).not.toThrow();
        else expect(parse).toThrow(Refusal);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no padding but the one that is written', () => {
    const padded = (length: number, content: string) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUInt32BE(content.length);
      bytes.write(content, 4);
      return bytes;
    };
    const spoilt = padded(4_096, '{}').fill(1, 4_095);
    expect(readPadded(padded(4_096, '{}'))).toEqual({});
    for (const bytes of [padded(8_192, '{}'), padded(4_096, '{'), spoilt]) {
      expect(() => readPadded(bytes)).toThrow('its contents are damaged');
    }
  });

  it('reads a recovery code as it was written down', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), code => {
        const text = formatRecoveryCode(new Uint8Array(code));
        const scribbled = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(Uint8Array.from(parseRecoveryCode(scribbled))).toEqual(code);
      }),
    );
  });
});

describe('the script', () => {
  it('prints what a saved file holds, and what lies in storage as base64', () => {
    for (const content of [valid, V1_EVERY_SLOT]) {
      const { stdout, status } = run(content, [V1_EVERY_SLOT_RECIPE.password]);
      expect(JSON.parse(stdout)).toEqual(V1_EVERY_SLOT_RECIPE.body);
      expect(status).toBe(0);
    }
  });

  it('takes a recovery code, and the one of the held key after the password', () => {
    const byCode = run(valid, ['M2GT-58X4-MPKA-FA59-NANT-SBDE-NYS2-A93F'], '--recovery-code');
    expect(JSON.parse(byCode.stdout)).toEqual(V1_EVERY_SLOT_RECIPE.body);
    const heldCode = formatRecoveryCode(V2_HELD.recoveryCode);
    const held = run(V2_HELD_ENVELOPE, [V2_HELD_RECIPE.password, heldCode], '--held-recovery-code');
    expect(JSON.parse(held.stdout).accounts[0].backupCodes).toEqual(EVERY_FIELD_BODY.accounts[0].backupCodes);
  });

  it('tells of what a passkey holds, beside what it prints, and how to have it', () => {
    const { stdout, stderr } = run(V2_HELD_ENVELOPE, [V2_HELD_RECIPE.password]);
    const { accounts } = JSON.parse(stdout) as { accounts: { label: string; seal: unknown }[] };
    const [held] = accounts.filter(({ seal }) => seal !== null);
    const sentence = `The authenticator of “${held?.label}” is held by a passkey: add --held-recovery-code.`;
    expect(stderr).toBe(`Master password: \n${sentence}\n`);
    const heldCode = formatRecoveryCode(V2_HELD.recoveryCode);
    const whole = run(V2_HELD_ENVELOPE, [V2_HELD_RECIPE.password, heldCode], '--held-recovery-code');
    expect(whole.stderr).not.toContain('is held by a passkey');
  });

  it('asks for no password where the package is missing that it takes, and needs none for a code', () => {
    const script = join(folder, 'open-backup.mjs');
    copyFileSync('scripts/open-backup.mjs', script);
    const file = join(folder, 'alone.latchkey');
    writeFileSync(file, valid);
    const runAlone = (...options: readonly string[]) =>
      spawnSync(process.execPath, [script, file, ...options], {
        input: 'M2GT-58X4-MPKA-FA59-NANT-SBDE-NYS2-A93F\n',
        encoding: 'utf8',
      });
    const byPassword = runAlone();
    expect(byPassword.stderr).toBe(
      'This needs one package: run `npm ci` in the Latchkey folder first. (With --recovery-code it is not needed.)\n',
    );
    expect(byPassword.status).toBe(1);
    expect(JSON.parse(runAlone('--recovery-code').stdout)).toEqual(V1_EVERY_SLOT_RECIPE.body);
  });

  it('says in one sentence what is wrong, prints nothing else, and never what was typed', () => {
    const { stdout, stderr, status } = run(valid, ['not the password']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toBe('Master password: \nThis does not open the vault. Check what you typed.\n');
    expect(base64Decode(V1_EVERY_SLOT)).not.toBeNull();
    expect(run(valid, ['x'], '--recovery-code').stderr).toContain('A recovery code has 32 letters and digits');
    expect(run('hello', ['x']).stderr).toContain('This is no vault of Latchkey.');
  });
});
