// Has the browser drop from the disk what was written over.
//
// Chromium keeps both stores in LevelDB, which only appends: an old value stays in a log or a table until tables are merged,
// and a vault is so small that this may never happen. LevelDB makes a table of its log once 4 MB are written, and merges a
// table with those below it once a hundred reads, or one for each 16 kB of it, have looked into it in vain and gone on to
// the next. So each pass writes filler, under keys before and after all others, and then reads keys that are not there.
// Firefox keeps them in SQLite, where filler is written over the free pages that hold old values.
// Invariants: nothing but filler is written or removed; it leaves room for two copies of the largest vault.
import { browser } from 'wxt/browser';
import { base64Encode } from '../shared/base64';
import { randomBytes } from './random';
import { runOnSpares } from './spare-database';

const PASSES = import.meta.env.FIREFOX ? 1 : 3;
const READ_ROUNDS = import.meta.env.FIREFOX ? 0 : 6;
/** A quarter more than LevelDB collects before it makes a table. */
const PASS_BYTES = 5 * 1024 * 1024;
/** Two copies of the largest vault leave 2 MB of `storage.local` free. */
const LOCAL_FILLER_BYTES = 512 * 1024;
/** Both engines compress, 64 KiB at a time: what repeats itself no sooner than that stays as long as it is. */
const LOCAL_FILLER_PERIOD_BYTES = 64 * 1024;
/** A larger value would be given a file of its own. */
const SPARE_FILLER_BYTES = 60_000;
const SPARE_FILLERS_AT_ONCE = 8;
const READS = 300;
/** Merging is done in the background, and only then do reads count towards the next time. */
const MERGE_MS = 40;

const BEFORE_ALL = '!scrub';
const AFTER_ALL = '~scrub';
/** Before, between and after the two copies: of a large vault each has a table of its own. */
const MISSING_LOCAL = ['vault-', 'vault.a0', 'vault.b0'].flatMap(numbered);
const MISSING_SPARES = numbered('spare-2.');

function numbered(start: string): string[] {
  return Array.from({ length: READS }, (_, index) => start + index);
}

async function scrub(fill: (pass: number) => Promise<void>, readMissing: () => Promise<unknown>): Promise<void> {
  for (let pass = 0; pass < PASSES; pass++) {
    await fill(pass);
    for (let round = 0; round < READ_ROUNDS; round++) {
      await readMissing();
      await new Promise(resolve => setTimeout(resolve, MERGE_MS));
    }
  }
}

async function fillLocal(pass: number): Promise<void> {
  const noise = base64Encode(randomBytes((LOCAL_FILLER_PERIOD_BYTES / 4) * 3));
  const filler = noise.repeat(LOCAL_FILLER_BYTES / LOCAL_FILLER_PERIOD_BYTES);
  for (let written = 0; written < PASS_BYTES; written += LOCAL_FILLER_BYTES) {
    // A value that is the same as before would not be written.
    const mark = `${pass}.${written}`;
    await browser.storage.local.set({ [BEFORE_ALL]: mark + filler, [AFTER_ALL]: mark });
  }
}

async function scrubLocal(): Promise<void> {
  try {
    await scrub(fillLocal, () => browser.storage.local.get(MISSING_LOCAL));
  } finally {
    await browser.storage.local.remove([BEFORE_ALL, AFTER_ALL]);
  }
}

async function fillSpares(): Promise<void> {
  for (let written = 0; written < PASS_BYTES; written += SPARE_FILLERS_AT_ONCE * SPARE_FILLER_BYTES) {
    await runOnSpares('readwrite', store => {
      for (let index = 0; index < SPARE_FILLERS_AT_ONCE; index++) {
        store.put(randomBytes(SPARE_FILLER_BYTES), BEFORE_ALL);
      }
      return store.put(written, AFTER_ALL);
    });
  }
}

function readMissingSpares(): Promise<unknown> {
  return runOnSpares('readonly', store => {
    for (const key of MISSING_SPARES) store.get(key);
    return store.count();
  });
}

/** Drops old values of the spare copies from the disk. Never rejects: where there is no room, they stay. */
export async function scrubSpares(): Promise<void> {
  try {
    await scrub(fillSpares, readMissingSpares);
  } catch {
    // A full or broken disk keeps what it has.
  }
  await runOnSpares('readwrite', store => {
    store.delete(BEFORE_ALL);
    return store.delete(AFTER_ALL);
  }).catch(() => undefined);
}

/**
 * Drops from the disk what saves have written over, as far as the browser lets itself be brought to it (docs/storage.md).
 * Takes some two seconds and 35 MB of writing. To be called once every copy is as it shall be. Never rejects.
 */
export async function scrubDisk(): Promise<void> {
  await Promise.allSettled([scrubLocal(), scrubSpares()]);
}
