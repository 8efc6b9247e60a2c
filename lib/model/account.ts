import * as v from 'valibot';
import { authenticatorSchema } from './authenticator';
import { keySchema } from './key';

/** The stored form of an account. */
export const accountSchema = v.strictObject({
  id: v.string(),
  /** Rises with every change; a page's patch names the revision it was made from. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  label: v.string(),
  email: v.string(),
  keys: v.array(keySchema),
  /** The key that a sign-in fills; null while the account has none that may sign in. */
  signInKeyId: v.nullable(v.string()),
  authenticator: v.nullable(authenticatorSchema),
  earlierAuthenticators: v.array(authenticatorSchema),
  backupCodes: v.array(v.strictObject({ code: v.string(), used: v.boolean() })),
  notes: v.string(),
  /** Set by `Remove account`, cleared by `Undo`; the account is purged a day later. */
  removedAtMs: v.nullable(v.number()),
});

/** One Paramant account with everything that signs it in. */
export type Account = v.InferOutput<typeof accountSchema>;

/** The key that a sign-in fills, or null where there is none. */
export function signInKeyOf(account: Account): Account['keys'][number] | null {
  return account.keys.find(key => key.id === account.signInKeyId) ?? null;
}
