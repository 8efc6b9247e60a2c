import * as v from 'valibot';

/** What can have happened to one key, as far as Latchkey did it or was told. */
export const KEY_ACTS = ['created', 'copied', 'filled', 'rotated', 'revealed'] as const;

export type KeyAct = (typeof KEY_ACTS)[number];

const id = v.pipe(v.string(), v.maxLength(64));

/** One thing that happened to one key, or to all at once: which and when, never a secret. Milliseconds since 1970. */
export const historyEventSchema = v.variant('act', [
  v.strictObject({
    act: v.picklist(KEY_ACTS),
    accountId: id,
    keyId: id,
    atMs: v.number(),
  }),
  /** The vault was saved to a file, with every key that it had. */
  v.strictObject({ act: v.literal('exported'), atMs: v.number() }),
]);

export type HistoryEvent = v.InferOutput<typeof historyEventSchema>;

/** What can have happened to a key, alone or with all others. */
export type HistoryAct = HistoryEvent['act'];
