// Where envelopes lie. Invariants: each copy is read by a call of its own, so that one damaged record does not hide the
// other; nothing here removes anything.
import { browser } from 'wxt/browser';
import { base64Decode, base64Encode } from '../shared/base64';
import { utf8Encode } from '../shared/bytes';
import type { CopyName, EnvelopeStore } from '../vault/copies';

function keyOf(name: CopyName): string {
  return `vault.${name}`;
}

/** The two live copies in `storage.local`. A value that is no base64 is handed on as it is, and parses as no envelope. */
export const localEnvelopeStore: EnvelopeStore = {
  async read(name) {
    const key = keyOf(name);
    const found = await browser.storage.local.get(key);
    const value: unknown = found[key] ?? null;
    if (value === null) return null;
    const text = typeof value === 'string' ? value : String(value);
    return base64Decode(text) ?? utf8Encode(text);
  },
  async write(name, envelope) {
    await browser.storage.local.set({ [keyOf(name)]: base64Encode(envelope) });
  },
};
