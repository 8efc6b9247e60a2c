// The spare copies of the vault, in another engine than the two live ones. Invariants: a place that was never written, a
// read that failed and a value that is no envelope are three different things; each read is a transaction of its own.
import * as v from 'valibot';
import type { SpareName } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';
import { isTimeMs } from '../shared/time-ms';
import { scrubSpares } from './scrub-disk';
import { deleteSpares, runOnSpares } from './spare-database';

const record = v.object({ envelope: v.instance(Uint8Array), savedAtMs: v.custom<number>(isTimeMs) });

function readValue(name: SpareName): Promise<unknown> {
  return runOnSpares('readonly', store => store.get(name));
}

/** Where the spare copies lie. */
export const spareStore = {
  /** Null where nothing was ever written; rejects where reading failed. A value of another shape reads as no bytes. */
  async read(name: SpareName): Promise<Bytes | null> {
    const value = await readValue(name);
    if (value === undefined) return null;
    const parsed = v.safeParse(record, value);
    return parsed.success ? new Uint8Array(parsed.output.envelope) : new Uint8Array(0);
  },

  /** When it was written, in milliseconds since 1970; null where that cannot be said. Never rejects. */
  async savedAtMs(name: SpareName): Promise<number | null> {
    const value = await readValue(name).catch(() => undefined);
    const parsed = v.safeParse(record, value);
    return parsed.success ? parsed.output.savedAtMs : null;
  },

  /** Resolves once the disk has it. */
  async write(name: SpareName, envelope: Bytes, savedAtMs: number): Promise<void> {
    // A copy of its own: a view would be stored with all of the buffer that it looks at.
    await runOnSpares('readwrite', store => store.put({ envelope: envelope.slice(), savedAtMs }, name));
  },

  /** Takes all of them away, from the disk too where that can be brought about. */
  async erase(): Promise<void> {
    // In Chromium a deleted database stays in the files beneath it, and no key of it can be read or written any more.
    await runOnSpares('readwrite', store => store.clear()).catch(() => undefined);
    await scrubSpares();
    await deleteSpares();
  },
};
