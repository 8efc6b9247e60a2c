// Where envelopes lie: the live ones in storage.local, the spare ones in IndexedDB. Invariants: each copy is read by a call
// of its own, so that one damaged record does not hide another; nothing here removes anything.
import { browser } from 'wxt/browser';
import type { CopyName, LiveName, SpareName } from '../model/copy-name';
import { base64Decode, base64Encode } from '../shared/base64';
import { utf8Encode } from '../shared/bytes';
import { isTimeMs } from '../shared/time-ms';
import type { EnvelopeStore } from '../vault/copies';
import { spareStore } from './spare-store';

function keyOf(name: LiveName): string {
  return `vault.${name}`;
}

function timeKeyOf(name: LiveName): string {
  return `${keyOf(name)}.saved-at`;
}

function isSpare(name: CopyName): name is SpareName {
  return name !== 'a' && name !== 'b';
}

/**
 * All places in which a copy of the vault may lie. A value that is no base64 is handed on as it is, and parses as no
 * envelope.
 */
export const envelopeStore: EnvelopeStore = {
  async read(name) {
    if (isSpare(name)) return spareStore.read(name);
    const key = keyOf(name);
    const found = await browser.storage.local.get(key);
    const value: unknown = found[key] ?? null;
    if (value === null) return null;
    const text = typeof value === 'string' ? value : String(value);
    return base64Decode(text) ?? utf8Encode(text);
  },
  async savedAtMs(name) {
    if (isSpare(name)) return spareStore.savedAtMs(name);
    const key = timeKeyOf(name);
    const found = await browser.storage.local.get(key).catch(() => null);
    const value: unknown = found?.[key];
    return isTimeMs(value) ? value : null;
  },
  async write(name, envelope, savedAtMs) {
    if (isSpare(name)) await spareStore.write(name, envelope, savedAtMs);
    // One call, so that both are there or neither is.
    else await browser.storage.local.set({ [keyOf(name)]: base64Encode(envelope), [timeKeyOf(name)]: savedAtMs });
  },
};
