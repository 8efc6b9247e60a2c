// Where envelopes lie. Invariants: each copy is read by a call of its own, so that one damaged record does not hide the
// other; nothing here removes anything.
import { browser } from 'wxt/browser';
import { base64Decode, base64Encode } from '../shared/base64';
import type { CopyName, EnvelopeStore } from '../vault/copies';

function keyOf(name: CopyName): string {
  return `vault.${name}`;
}

/** The two live copies in `storage.local`. A value that is not canonical base64 is a read that failed, not an absent one. */
export const localEnvelopeStore: EnvelopeStore = {
  async read(name) {
    const key = keyOf(name);
    const found = await browser.storage.local.get(key);
    if (!(key in found)) return null;
    const value: unknown = found[key];
    const bytes = typeof value === 'string' ? base64Decode(value) : null;
    if (bytes === null) throw new TypeError(`${key} holds no base64`);
    return bytes;
  },
  async write(name, envelope) {
    await browser.storage.local.set({ [keyOf(name)]: base64Encode(envelope) });
  },
};
