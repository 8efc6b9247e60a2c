import * as v from 'valibot';

/**
 * How the site hands out keys. `documented`: the person generates and revokes them in the dashboard. `operator`: the
 * operator issues one in the place of the other, and the authenticator has to be set up again with it.
 */
export const KEY_ISSUES = ['documented', 'operator'] as const;

/** What showed, at its start, that a rotation would lock nobody out. */
const guardEvidenceSchema = v.variant('type', [
  /** A page of the dashboard, seen signed in. Milliseconds since 1970. */
  v.strictObject({ type: v.literal('dashboard'), seenAtMs: v.number() }),
  /** Another key that signs in, and has. */
  v.strictObject({ type: v.literal('other-key'), keyId: v.string() }),
]);

export type GuardEvidence = v.InferOutput<typeof guardEvidenceSchema>;

/**
 * A rotation under way. How far it is stands in its keys and nowhere twice: the new one is `staged` until it is checked
 * and `active` from then on, an integration is `done` once it has the new one, and the old one is `revoked` last.
 */
export const rotationSchema = v.strictObject({
  oldKeyId: v.string(),
  /** Null until the new key is saved. */
  newKeyId: v.nullable(v.string()),
  issue: v.picklist(KEY_ISSUES),
  guard: guardEvidenceSchema,
  startedAtMs: v.number(),
  /** Whether the next sign-in fills the new key, to check it. */
  isTrying: v.boolean(),
  /** When the authenticator was set up again; null where it was not, or need not be. */
  authenticatorSetAtMs: v.nullable(v.number()),
});

export type Rotation = v.InferOutput<typeof rotationSchema>;
