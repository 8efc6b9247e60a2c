import * as v from 'valibot';
import { base64Decode, base64Encode } from '../shared/base64';
import type { KeptHeldKey } from '../vault/kept-held-key';
import { storedItem } from './stored-item';

const item = storedItem(
  'session',
  'held.key',
  v.strictObject({ heldKey: v.string(), setAtMs: v.number(), untilMs: v.number(), unlockedAtMs: v.number() }),
);

/** The held key while a touch serves for more than one code. In the browser's memory, never on disk. */
export const heldKeyItem = {
  async read(): Promise<KeptHeldKey | null> {
    const stored = await item.read();
    const heldKey = stored && base64Decode(stored.heldKey);
    return stored && heldKey ? { ...stored, heldKey } : null;
  },
  write: (kept: KeptHeldKey) => item.write({ ...kept, heldKey: base64Encode(kept.heldKey) }),
  clear: item.clear,
};
