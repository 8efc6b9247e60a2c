import * as v from 'valibot';

/** The limits of what a person may choose. Minutes and days. */
export const LOCK_AFTER_MINUTES = { least: 5, most: 720 } as const;
export const INTERVAL_DAYS = { least: 7, most: 730 } as const;
export const NOTICE_DAYS = { least: 0, most: 90 } as const;

/** A whole number in a range, both ends included. */
export function wholeNumber({ least, most }: { readonly least: number; readonly most: number }) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/**
 * How far a sign-in goes. `full`: to the end. `fill`: it writes, and the person presses. `automatic`: to the end, and
 * without a gesture, where the login page comes up in front.
 */
export const SIGN_IN_MODES = ['full', 'fill', 'automatic'] as const;
export type SignInMode = (typeof SIGN_IN_MODES)[number];

/** Settings that weaken or strengthen something: they live inside the vault, where nobody else can turn them. */
export const policySchema = v.strictObject({
  /** Minutes without an act in Latchkey until it locks. */
  lockAfterMinutes: wholeNumber(LOCK_AFTER_MINUTES),
  /** Days from a key's making until its rotation is due. */
  intervalDays: wholeNumber(INTERVAL_DAYS),
  /** Days before that from which a key counts as due soon. */
  noticeDays: wholeNumber(NOTICE_DAYS),
  signInMode: v.picklist(SIGN_IN_MODES),
});

export type Policy = v.InferOutput<typeof policySchema>;

/** An hour, because a dashboard session lasts one; ninety days, as CIS asks for access keys, and a fortnight's notice. */
export const DEFAULT_POLICY: Policy = { lockAfterMinutes: 60, intervalDays: 90, noticeDays: 14, signInMode: 'full' };
