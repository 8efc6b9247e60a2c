import * as v from 'valibot';

/** What can have happened to a key, as far as Latchkey did it or was told. */
export const HISTORY_ACTS = ['created', 'copied', 'filled', 'rotated', 'revealed', 'exported'] as const;

export type HistoryAct = (typeof HISTORY_ACTS)[number];

/** One thing that happened to one key: which and when, never a secret. Milliseconds since 1970. */
export const historyEventSchema = v.strictObject({
  act: v.picklist(HISTORY_ACTS),
  accountId: v.pipe(v.string(), v.maxLength(64)),
  keyId: v.pipe(v.string(), v.maxLength(64)),
  atMs: v.number(),
});

export type HistoryEvent = v.InferOutput<typeof historyEventSchema>;
