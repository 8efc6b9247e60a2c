/** The two places that saves alternate between. */
export const LIVE_NAMES = ['a', 'b'] as const;
export type LiveName = (typeof LIVE_NAMES)[number];

/** Places in a store of another kind, for the day on which the first one fails. */
export const SPARE_NAMES = ['spare-1', 'spare-2', 'spare-3'] as const;
export type SpareName = (typeof SPARE_NAMES)[number];

/** Every place in which a copy of the vault may lie. */
export const COPY_NAMES = [...LIVE_NAMES, ...SPARE_NAMES] as const;
export type CopyName = LiveName | SpareName;
