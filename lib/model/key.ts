import * as v from 'valibot';
import type { LocalDate } from '../shared/local-date';
import { parseLocalDate } from '../shared/local-date';
import type { ApiKey, ApiKeyKind } from './api-key';
import { parseApiKey } from './api-key';
import { INTERVAL_DAYS } from './policy';

const apiKeySchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseApiKey(dataset.value);
    if (parsed.ok) return parsed.value.key;
    addIssue({ message: parsed.error.code });
    return NEVER;
  }),
);

/** A calendar date in a stored form. */
const localDateSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const date = parseLocalDate(dataset.value);
    if (date !== null) return date;
    addIssue({ message: 'not a calendar date' });
    return NEVER;
  }),
);

/** An interval of one's own, of a key or an account: `intervalDays` null follows the next wider one; a reason means never. */
export const ownIntervalSchema = v.strictObject({
  /** Days until rotation is due. */
  intervalDays: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(INTERVAL_DAYS.least), v.maxValue(INTERVAL_DAYS.most)),
  ),
  /** Why it is never due; null where it is. */
  neverDueBecause: v.nullable(v.pipe(v.string(), v.minLength(1))),
});

export type OwnInterval = v.InferOutput<typeof ownIntervalSchema>;

/** A machine, script or service that a key is used in; `done` while a rotation runs: it has the new key. */
const integrationSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  where: v.string(),
  owner: v.string(),
  note: v.string(),
  done: v.boolean(),
});

export type Integration = v.InferOutput<typeof integrationSchema>;

/** The stored form of one API key of an account. */
export const keySchema = v.strictObject({
  id: v.string(),
  label: v.string(),
  secret: apiKeySchema,
  purpose: v.picklist(['sign-in', 'integration']),
  state: v.picklist(['staged', 'active', 'revoked']),
  compromisedAtMs: v.nullable(v.number()),
  createdOn: localDateSchema,
  ...ownIntervalSchema.entries,
  /** Until when the person put it off last, and how often they have; null where they never did. Nothing takes it back. */
  snooze: v.nullable(v.strictObject({ until: localDateSchema, count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  /** When Latchkey last filled or copied it, in milliseconds since 1970; null: never. */
  lastUsedAtMs: v.nullable(v.number()),
  /** When the site last took it: in a sign-in that asked for it, or in a check. Null: never seen. */
  provenAtMs: v.nullable(v.number()),
  /** When the site last refused a sign-in in a way that lays it at this key; null once it signed in again. */
  refusedAtMs: v.nullable(v.number()),
  revokedAtMs: v.nullable(v.number()),
  note: v.string(),
  integrations: v.array(integrationSchema),
});

/** One API key: `staged` while a rotation has not proved it yet, `revoked` once it is dead on the site. */
export type Key = v.InferOutput<typeof keySchema>;

/** A key as it is when it comes in. One of the signing product never signs in. */
export function makeKey(
  id: string,
  { key, kind }: { readonly key: ApiKey; readonly kind: ApiKeyKind },
  createdOn: LocalDate,
  state: Key['state'] = 'active',
): Key {
  return {
    id,
    label: '',
    secret: key,
    purpose: kind === 'dashboard' ? 'sign-in' : 'integration',
    state,
    compromisedAtMs: null,
    createdOn,
    intervalDays: null,
    neverDueBecause: null,
    snooze: null,
    lastUsedAtMs: null,
    provenAtMs: null,
    refusedAtMs: null,
    revokedAtMs: null,
    note: '',
    integrations: [],
  };
}
