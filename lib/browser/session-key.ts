// The unlocked session, in the browser's memory. Invariant: session storage is closed to content scripts (the worker
// says so at every start), and nothing but the vault key and times is in this item.
import * as v from 'valibot';
import { base64Decode, base64Encode } from '../shared/base64';
import type { AttemptStore } from '../vault/back-off';
import type { SessionStore } from '../vault/session';
import { heldKeyItem } from './held-key-item';
import { runCodesItem } from './run-items';
import { storedItem } from './stored-item';

const item = storedItem(
  'session',
  'session.key',
  v.strictObject({
    vaultKey: v.string(),
    issuedAtMs: v.number(),
    actedAtMs: v.number(),
    seenAtMs: v.number(),
    deadlineMs: v.number(),
    generation: v.number(),
  }),
);

/** Where the session is kept between two lives of the worker. */
export const sessionStore: SessionStore = {
  async read() {
    const stored = await item.read();
    const vaultKey = stored && base64Decode(stored.vaultKey);
    return stored && vaultKey ? { ...stored, vaultKey } : null;
  },
  write: session => item.write({ ...session, vaultKey: base64Encode(session.vaultKey) }),
  /** Whatever ends the session ends what was opened under it: no path that locks can leave a held key or a code behind. */
  async clear() {
    await Promise.all([item.clear(), heldKeyItem.clear(), runCodesItem.clear()]);
  },
};

/** Wrong tries at unlocking, so that a worker that is killed does not forget them. */
export const attemptStore: AttemptStore = storedItem(
  'session',
  'unlock-attempts',
  v.strictObject({ count: v.number(), lastAtMs: v.number() }),
);
