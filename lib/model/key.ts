import * as v from 'valibot';
import { parseLocalDate } from '../shared/local-date';
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
export const localDateSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const date = parseLocalDate(dataset.value);
    if (date !== null) return date;
    addIssue({ message: 'not a calendar date' });
    return NEVER;
  }),
);

/** The stored form of one API key of an account. */
export const keySchema = v.strictObject({
  id: v.string(),
  label: v.string(),
  secret: apiKeySchema,
  purpose: v.picklist(['sign-in', 'integration']),
  state: v.picklist(['staged', 'active', 'revoked']),
  compromisedAtMs: v.nullable(v.number()),
  createdOn: localDateSchema,
  /** Days until rotation is due; null follows the vault's own interval. */
  intervalDays: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(INTERVAL_DAYS.least), v.maxValue(INTERVAL_DAYS.most)),
  ),
  integrations: v.array(v.strictObject({ name: v.string(), where: v.string(), done: v.boolean() })),
});

/** One API key: `staged` while a rotation has not proved it yet, `revoked` once it is dead on the site. */
export type Key = v.InferOutput<typeof keySchema>;
