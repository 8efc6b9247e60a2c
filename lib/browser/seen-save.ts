import * as v from 'valibot';
import { base64Decode, base64Encode } from '../shared/base64';
import { isTimeMs } from '../shared/time-ms';
import type { SeenStore } from '../vault/seen';
import { storedItem } from './stored-item';

const item = storedItem(
  'local',
  'seen',
  v.strictObject({
    vaultId: v.string(),
    generation: v.pipe(v.number(), v.safeInteger()),
    savedAtMs: v.custom<number>(isTimeMs),
  }),
);

/** The newest save that this browser has held: it tells when somebody has put an older one in its place. */
export const seenStore: SeenStore = {
  async read() {
    const stored = await item.read();
    const vaultId = stored && base64Decode(stored.vaultId);
    return stored && vaultId ? { ...stored, vaultId } : null;
  },
  write: seen => item.write({ ...seen, vaultId: base64Encode(seen.vaultId) }),
};
