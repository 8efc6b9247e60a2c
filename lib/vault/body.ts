import * as v from 'valibot';
import { accountSchema } from '../model/account';
import { heldKeySchema } from '../model/held';
import { DEFAULT_POLICY, policySchema } from '../model/policy';
import type { Bytes } from '../shared/bytes';
import { utf8Decode, utf8Encode } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { Secret } from '../shared/secret';
import { BODY_SCHEMA, migrateBody } from './migrations';

/** The stored form of a body. */
export const bodySchema = v.strictObject({
  /** The version of this layout. A change to it is a migration with a pinned fixture, never an edit. */
  schema: v.literal(BODY_SCHEMA),
  /** When this save was made, in milliseconds since 1970; 0 where an earlier version made it, which did not say. */
  savedAtMs: v.number(),
  /**
   * Copies of a lower generation than this one hold what must not be found any more (an old way in, an authenticator that
   * a passkey holds now): they are replaced at the next chance.
   */
  oldestGeneration: v.pipe(v.number(), v.integer(), v.minValue(1)),
  policy: policySchema,
  /** Names of the ways in, by slot id in hexadecimal: they are not for everyone who holds the file. */
  slotNames: v.record(v.string(), v.string()),
  /** The held key of passkey-held accounts, wrapped; null while no account ever was one. */
  held: v.nullable(heldKeySchema),
  /** The account that signs in where none is asked for; null: the one last used. */
  defaultAccountId: v.nullable(v.string()),
  accounts: v.array(accountSchema),
});

/** What a vault holds, decrypted. */
export type VaultBody = v.InferOutput<typeof bodySchema>;

/** `vault-newer`: a later version of Latchkey wrote it. `vault-damaged`: authentic bytes that are no body of any version. */
export type BodyFailure = 'vault-newer' | 'vault-damaged';

/** The body of a vault that was just created. */
export function emptyBody(nowMs: number): VaultBody {
  return {
    schema: BODY_SCHEMA,
    savedAtMs: nowMs,
    oldestGeneration: 1,
    policy: DEFAULT_POLICY,
    slotNames: {},
    held: null,
    defaultAccountId: null,
    accounts: [],
  };
}

/** JSON in which secrets stand in the clear. What is made of it is sealed at once, and wiped. */
export function encodeRevealed(value: unknown): Bytes {
  const revealing = function (this: Record<string, unknown>, name: string, printed: unknown): unknown {
    const member = this[name];
    return member instanceof Secret ? member.reveal() : printed;
  };
  return utf8Encode(JSON.stringify(value, revealing));
}

/** The bytes that are sealed. This is the one place where every secret of a vault is revealed at once. */
export function encodeBody(body: VaultBody): Bytes {
  return encodeRevealed(body);
}

/** What JSON bytes say, or undefined where they are no JSON in UTF-8. */
export function decodeJson(bytes: Bytes): unknown {
  const text = utf8Decode(bytes);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body that authentic bytes hold, brought to the present version. */
export function decodeBody(bytes: Bytes): Result<VaultBody, BodyFailure> {
  const stored = decodeJson(bytes);
  const migrated = migrateBody(stored);
  if (migrated === null && stored !== null) return err('vault-newer');
  const parsed = v.safeParse(bodySchema, migrated);
  return parsed.success ? ok(parsed.output) : err('vault-damaged');
}
