// Invariant: no key, a failed read and bytes that do not parse are three different things, and only all copies being
// truly empty means that there is no vault.
import type { Envelope, EnvelopeFailure } from '../crypto/envelope';
import { parseEnvelope } from '../crypto/envelope';
import type { CopyName } from '../model/copy-name';
import { LIVE_NAMES } from '../model/copy-name';
import type { Bytes } from '../shared/bytes';

/** Where envelopes are kept. */
export interface EnvelopeStore {
  /** Null where nothing was ever written; rejects where reading failed. */
  read(name: CopyName): Promise<Bytes | null>;
  /** When it was written, in milliseconds since 1970, as a hint that nothing authenticates; null where unknown. */
  savedAtMs(name: CopyName): Promise<number | null>;
  write(name: CopyName, envelope: Bytes, savedAtMs: number): Promise<void>;
}

/** One copy, as found. `unreadable`: the store could not say; `refused`: bytes that are no envelope for this version. */
export type Copy =
  | { readonly name: CopyName; readonly state: 'empty' | 'unreadable' }
  | { readonly name: CopyName; readonly state: 'refused'; readonly failure: EnvelopeFailure }
  | { readonly name: CopyName; readonly state: 'parsed'; readonly envelope: Envelope };

/** A copy whose envelope parsed. */
export type ParsedCopy = Extract<Copy, { state: 'parsed' }>;

/** One copy, as it lies in the store. Never rejects. */
export async function readCopy(store: EnvelopeStore, name: CopyName): Promise<Copy> {
  try {
    const bytes = await store.read(name);
    if (bytes === null) return { name, state: 'empty' };
    const parsed = parseEnvelope(bytes);
    if (!parsed.ok) return { name, state: 'refused', failure: parsed.error };
    // A backup's envelope in a vault's place was put there by somebody.
    if (parsed.value.header.namespace !== 'vault') return { name, state: 'refused', failure: 'envelope-foreign' };
    return { name, state: 'parsed', envelope: parsed.value };
  } catch {
    return { name, state: 'unreadable' };
  }
}

/** The named copies, each read by itself: one damaged record must not hide another. */
export async function readCopies(
  store: EnvelopeStore,
  names: readonly CopyName[] = LIVE_NAMES,
): Promise<readonly Copy[]> {
  return Promise.all(names.map(name => readCopy(store, name)));
}

/** The copies that parsed, newest generation first. Which of them is authentic takes the vault key to tell. */
export function newestFirst(copies: readonly Copy[]): readonly ParsedCopy[] {
  return copies
    .filter(copy => copy.state === 'parsed')
    .toSorted((a, b) => b.envelope.header.generation - a.envelope.header.generation);
}

/** Whether any of them parsed. */
export function hasParsed(copies: readonly Copy[]): boolean {
  return copies.some(copy => copy.state === 'parsed');
}
