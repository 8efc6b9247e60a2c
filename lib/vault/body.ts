import * as v from 'valibot';
import { accountSchema } from '../model/account';
import { DEFAULT_POLICY, policySchema } from '../model/policy';
import type { Bytes } from '../shared/bytes';
import { utf8Decode, utf8Encode } from '../shared/bytes';
import { Secret } from '../shared/secret';

const bodySchema = v.strictObject({
  /** The version of this layout. A change to it is a migration with a pinned fixture, never an edit. */
  schema: v.literal(1),
  policy: policySchema,
  /** Names of the ways in, by slot id in hexadecimal: they are not for everyone who holds the file. */
  slotNames: v.record(v.string(), v.string()),
  accounts: v.array(accountSchema),
});

/** What a vault holds, decrypted. */
export type VaultBody = v.InferOutput<typeof bodySchema>;

/** The body of a vault that was just created. */
export function emptyBody(): VaultBody {
  return { schema: 1, policy: DEFAULT_POLICY, slotNames: {}, accounts: [] };
}

/** The bytes that are sealed. This is the one place where every secret of a vault is revealed at once. */
export function encodeBody(body: VaultBody): Bytes {
  const revealing = function (this: Record<string, unknown>, name: string, printed: unknown): unknown {
    const value = this[name];
    return value instanceof Secret ? value.reveal() : printed;
  };
  return utf8Encode(JSON.stringify(body, revealing));
}

/** The body that bytes hold, or null where they are no body of this version: damage, since they were authentic. */
export function decodeBody(bytes: Bytes): VaultBody | null {
  const text = utf8Decode(bytes);
  if (text === null) return null;
  try {
    const parsed = v.safeParse(bodySchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
