import * as v from 'valibot';
import { authenticatorSchema } from './authenticator';
import { sealSchema } from './held';
import type { Key } from './key';
import { keySchema, ownIntervalSchema } from './key';
import { rotationSchema } from './rotation';

const revision = v.pipe(v.number(), v.integer(), v.minValue(1));

const backupCodesSchema = v.array(v.strictObject({ code: v.string(), used: v.boolean() }));

/** What a passkey-held account keeps sealed, and any other in the open. */
export const holdableSchema = v.strictObject({
  authenticator: v.nullable(authenticatorSchema),
  earlierAuthenticators: v.array(authenticatorSchema),
  backupCodes: backupCodesSchema,
});

export type Holdable = v.InferOutput<typeof holdableSchema>;

const fields = v.strictObject({
  id: v.string(),
  /** Rises with every change; a page's patch names the revision it was made from. */
  revision,
  /** The revision at which each field of the form was last changed: two windows that change different fields both win. */
  fieldRevisions: v.strictObject({
    label: revision,
    email: revision,
    apiKey: revision,
    authenticator: revision,
    createdOn: revision,
  }),
  label: v.string(),
  email: v.string(),
  keys: v.array(keySchema),
  /** The key that a sign-in fills; null while the account has none that may sign in. */
  signInKeyId: v.nullable(v.string()),
  ...holdableSchema.entries,
  /** Set where a passkey holds the authenticator; then the three fields above are empty. */
  seal: v.nullable(sealSchema),
  /** When the person said that the site no longer knows this authenticator; null while it does. */
  authenticatorDeadAtMs: v.nullable(v.number()),
  /**
   * Since when the backup codes of a new authenticator are to be kept, in milliseconds since 1970; null: they are, or the
   * person has them elsewhere. The site shows them once.
   */
  backupCodesAwaitedAtMs: v.nullable(v.number()),
  /**
   * The last sign-in that Latchkey saw succeed, or filled in for the person to press; null before the first. A page that asks
   * for more than it did is asked about.
   */
  lastSignIn: v.nullable(v.strictObject({ atMs: v.number(), askedForKey: v.boolean() })),
  /** For those of its keys that have no interval of their own. */
  ...ownIntervalSchema.entries,
  /** The rotation of one of its keys that is under way; null where none is. */
  rotation: v.nullable(rotationSchema),
  notes: v.string(),
  /** Set by `Remove account`, cleared by `Undo`; the account is purged a day later. */
  removedAtMs: v.nullable(v.number()),
});

/** The stored form of an account. What is sealed stands nowhere else. */
export const accountSchema = v.pipe(
  fields,
  v.check(
    account =>
      account.seal === null ||
      (account.authenticator === null &&
        account.earlierAuthenticators.length === 0 &&
        account.backupCodes.length === 0),
  ),
);

/** One Paramant account with everything that signs it in. */
export type Account = v.InferOutput<typeof accountSchema>;

/** The key of an id, or null where the account has none. */
export function findKey({ keys }: Account, keyId: string | null): Key | null {
  return keys.find(({ id }) => id === keyId) ?? null;
}

/** The key that a sign-in fills, or null where there is none. */
export function signInKeyOf(account: Account): Key | null {
  return findKey(account, account.signInKeyId);
}

/** The account with some of one key's fields changed; as it was where it has no such key. */
export function changeKey(account: Account, keyId: string | null, changes: Partial<Key>): Account {
  return { ...account, keys: account.keys.map(key => (key.id === keyId ? { ...key, ...changes } : key)) };
}
