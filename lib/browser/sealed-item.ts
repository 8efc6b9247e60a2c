import * as v from 'valibot';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { storedItem } from './stored-item';

/** Sealed bytes under a key of `local`. What is no base64 reads as null, as if there were none. */
export function sealedItem(key: string) {
  const item = storedItem('local', key, v.string());
  return {
    async read(): Promise<Bytes | null> {
      const stored = await item.read();
      return stored === null ? null : base64Decode(stored);
    },
    write: (sealed: Bytes) => item.write(base64Encode(sealed)),
    clear: item.clear,
  };
}
