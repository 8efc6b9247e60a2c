import * as v from 'valibot';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { storedItem } from './stored-item';

const item = storedItem('local', 'draft', v.string());

/** The drafts of account forms, sealed. What is no base64 reads as null, as if there were none. */
export const draftItem = {
  async read(): Promise<Bytes | null> {
    const stored = await item.read();
    return stored === null ? null : base64Decode(stored);
  },
  write: (sealed: Bytes) => item.write(base64Encode(sealed)),
  clear: item.clear,
};
