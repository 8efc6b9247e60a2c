// Every envelope in a browser's profile, whether the browser still knows of it or not. The browser must be closed.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readLog, readTable } from './leveldb-content';

/** An envelope as it lies in a file of the profile. Of one that is not `whole` the end is missing. */
export type FoundEnvelope = { readonly file: string; readonly bytes: Buffer; readonly whole: boolean };

const MAGIC = Buffer.from('LATCHKEY');
/** The magic in base64, without the last character, which tells of the byte behind it too. */
const BASE64_MAGIC = Buffer.from(MAGIC.toString('base64').slice(0, 10));
const IS_NO_BASE64 = /[^A-Za-z0-9+/=]/;
const DATABASE = Buffer.from('SQLite format 3');
const SLOTS_AT = 70;

/**
 * How many bytes the envelope has that these bytes begin with, as its header says; NaN where they end before it has said
 * so, and null where this is no envelope, as in the code of Latchkey itself. Formats beyond the ninth are taken for that.
 */
function measureEnvelope(bytes: Buffer): number | null {
  if (bytes.length < SLOTS_AT) return Number.NaN;
  if (bytes.readUInt16BE(8) > 9 || bytes.readUInt16BE(10) > 9) return null;
  let at = SLOTS_AT;
  for (let slot = 0; slot < bytes.readUInt8(SLOTS_AT - 1); slot++) {
    if (at + 19 > bytes.length) return Number.NaN;
    at += 19 + bytes.readUInt16BE(at + 17) + 24 + 48;
  }
  return at + 28 > bytes.length ? Number.NaN : at + 24 + 4 + 32 + bytes.readUInt32BE(at + 24) + 16;
}

function placesOf(needle: Buffer, content: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) places.push(at);
  return places;
}

function decodeBase64At(content: Buffer, at: number): Buffer {
  const text = content.toString('latin1', at);
  const end = text.search(IS_NO_BASE64);
  return Buffer.from(end < 0 ? text : text.slice(0, end), 'base64');
}

function findIn(content: Buffer): readonly Omit<FoundEnvelope, 'file'>[] {
  const beginnings = [
    ...placesOf(MAGIC, content).map(at => content.subarray(at)),
    ...placesOf(BASE64_MAGIC, content).map(at => decodeBase64At(content, at)),
  ];
  return beginnings.flatMap(bytes => {
    const length = measureEnvelope(bytes);
    if (length === null) return [];
    const whole = length <= bytes.length;
    return [{ bytes: whole ? bytes.subarray(0, length) : bytes, whole }];
  });
}

/** What a file holds, in pieces in which nothing of the file's own form comes between the bytes of a value. */
function readContents(file: string, bytes: Buffer): readonly Buffer[] {
  if (file.endsWith('.log')) return [readLog(bytes)];
  if (file.endsWith('.ldb')) return readTable(bytes);
  const isDatabase = bytes.subarray(0, DATABASE.length).equals(DATABASE) || file.endsWith('-wal');
  if (isDatabase && [MAGIC, BASE64_MAGIC].some(magic => bytes.includes(magic))) {
    throw new Error(`${file} is an SQLite database with an envelope in it: its pages would have to be put together`);
  }
  return [bytes];
}

/** Reads every file of a profile and gives the envelopes in it, stale ones too, each as often as it is there. */
export async function findEnvelopes(profile: string): Promise<readonly FoundEnvelope[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const found: FoundEnvelope[] = [];
  for (const entry of entries.filter(each => each.isFile())) {
    const place = path.join(entry.parentPath, entry.name);
    const file = path.relative(profile, place);
    for (const content of readContents(file, await readFile(place))) {
      found.push(...findIn(content).map(envelope => ({ file, ...envelope })));
    }
  }
  return found;
}
