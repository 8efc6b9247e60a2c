// What an organisation prescribes to the browsers that it manages. Invariants: it only ever tightens what a person chose;
// one that cannot be read is taken for the strictest, since who wrote it meant something.
import * as v from 'valibot';
import type { Policy } from './policy';
import { INTERVAL_DAYS, LOCK_AFTER_MINUTES, NOTICE_DAYS, wholeNumber } from './policy';

/** What is stored under each name, as `public/managed-schema.json` says it to browsers and administrators. */
const managedSchema = v.strictObject({
  maximumIntervalDays: v.optional(wholeNumber(INTERVAL_DAYS)),
  minimumNoticeDays: v.optional(wholeNumber(NOTICE_DAYS)),
  maximumLockAfterMinutes: v.optional(wholeNumber(LOCK_AFTER_MINUTES)),
  exportAllowed: v.optional(v.boolean()),
});

/** Limits on what a person may choose. Days and minutes; null where nothing is prescribed. */
export type ManagedPolicy = {
  /** Every key is due by then, also one that its owner called never due. */
  readonly maximumIntervalDays: number | null;
  readonly minimumNoticeDays: number | null;
  readonly maximumLockAfterMinutes: number | null;
  readonly exportAllowed: boolean;
  /** Whether something is prescribed that could not be read. */
  readonly isUnreadable: boolean;
};

/** Where nobody manages the browser. */
export const UNMANAGED: ManagedPolicy = {
  maximumIntervalDays: null,
  minimumNoticeDays: null,
  maximumLockAfterMinutes: null,
  exportAllowed: true,
  isUnreadable: false,
};

/** For a prescription that cannot be read: CIS asks for access keys of 90 days at most, and the rest is the least there is. */
export const STRICTEST: ManagedPolicy = {
  maximumIntervalDays: 90,
  minimumNoticeDays: 14,
  maximumLockAfterMinutes: LOCK_AFTER_MINUTES.least,
  exportAllowed: false,
  isUnreadable: true,
};

/** Whether it is names with values: a list, a date or a map has none that a schema would see. */
function isRecord(stored: unknown): boolean {
  return Object.prototype.toString.call(stored) === '[object Object]';
}

/** What the browser hands over as its managed storage. Nothing in it means unmanaged; anything unexpected, the strictest. */
export function readManagedPolicy(stored: unknown): ManagedPolicy {
  const parsed = v.safeParse(v.pipe(v.custom(isRecord), managedSchema), stored);
  if (!parsed.success) return STRICTEST;
  const { maximumIntervalDays, minimumNoticeDays, maximumLockAfterMinutes, exportAllowed } = parsed.output;
  return {
    maximumIntervalDays: maximumIntervalDays ?? null,
    minimumNoticeDays: minimumNoticeDays ?? null,
    maximumLockAfterMinutes: maximumLockAfterMinutes ?? null,
    exportAllowed: exportAllowed ?? true,
    isUnreadable: false,
  };
}

/**
 * A person's settings under what is prescribed. `mostIntervalDays` holds for every key, also for one with an interval of its
 * own or called never due; null where nothing is prescribed.
 */
export type PolicyInForce = Policy & { readonly mostIntervalDays: number | null };

function atMost(chosen: number, limit: number | null): number {
  return limit === null ? chosen : Math.min(chosen, limit);
}

/** What holds: the person's choice where it is as strict as what is prescribed, else that. */
export function tightenPolicy(policy: Policy, managed: ManagedPolicy): PolicyInForce {
  return {
    ...policy,
    intervalDays: atMost(policy.intervalDays, managed.maximumIntervalDays),
    noticeDays: Math.max(policy.noticeDays, managed.minimumNoticeDays ?? 0),
    lockAfterMinutes: atMost(policy.lockAfterMinutes, managed.maximumLockAfterMinutes),
    mostIntervalDays: managed.maximumIntervalDays,
  };
}
