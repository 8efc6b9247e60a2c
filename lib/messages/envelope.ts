import * as v from 'valibot';

/**
 * Rises whenever a row of the protocol changes its meaning. A page or content script from before an update speaks an
 * older one and is told to reload.
 */
export const PROTOCOL_VERSION = 1;

/** What every message to the worker is wrapped in. */
export const envelopeSchema = v.strictObject({
  latchkey: v.number(),
  name: v.pipe(v.string(), v.maxLength(64)),
  input: v.unknown(),
});

export type MessageEnvelope = v.InferOutput<typeof envelopeSchema>;
