// Whether a sign-in starts by itself (docs/decisions/010-automatic-sign-in.md). Invariants: pure; it says no to whatever is
// not known for certain; what the page could make up is never enough for a yes.
import * as v from 'valibot';
import type { SignInMode } from '../model/policy';
import { MINUTE_MS } from '../shared/duration';

/** How long after a sign-in began in a tab, by whatever gesture, none starts there by itself. */
export const NOT_AGAIN_WITHIN_MS = 15 * MINUTE_MS;

/** How the login page came into its tab, as the script there finds it. */
export const arrivalSchema = v.strictObject({
  /** A navigation, neither reloaded nor brought back from the tab's history. */
  isNew: v.boolean(),
  /** The page before it in this tab was one of the site: perhaps where the person has just signed out. */
  isFromSite: v.boolean(),
});

export type Arrival = v.InferOutput<typeof arrivalSchema>;

/** A sign-in that began in a tab. */
const beginningSchema = v.strictObject({ tabId: v.number(), startedAtMs: v.number() });

/** Where sign-ins began in the last quarter of an hour. */
export const beginningsSchema = v.array(beginningSchema);

export type Beginning = v.InferOutput<typeof beginningSchema>;

/** All that the decision hangs on. */
export type Circumstances = {
  /** Null while locked: then nobody knows. */
  readonly mode: SignInMode | null;
  readonly arrival: Arrival;
  /** Whether the document is exactly the login page, and not a page below it. */
  readonly isLoginStart: boolean;
  /** Whether its tab is the active one of the window that has the focus. */
  readonly isInFront: boolean;
  /** Whether a sign-in is under way, here or in another tab. */
  readonly isRunning: boolean;
  /** Whether one began in this tab within {@link NOT_AGAIN_WITHIN_MS}. */
  readonly hasJustBegun: boolean;
  /** Whether there is an account that needs no choosing. */
  readonly hasAccount: boolean;
  /** Whether a passkey holds that account, and has to be touched. */
  readonly isTouchNeeded: boolean;
  /** Whether the site would refuse the next sign-in as one too many. */
  readonly isLimited: boolean;
};

/** Why none starts by itself. */
export type Hindrance =
  | 'locked'
  | 'not-chosen'
  | 'elsewhere'
  | 'no-arrival'
  | 'from-the-site'
  | 'not-in-front'
  | 'running'
  | 'just-begun'
  | 'no-account'
  | 'touch-needed'
  | 'limited';

/** What keeps a sign-in from starting by itself, or null where nothing does. */
export function findHindrance(circumstances: Circumstances): Hindrance | null {
  const { mode, arrival } = circumstances;
  if (mode === null) return 'locked';
  if (mode !== 'automatic') return 'not-chosen';
  if (!circumstances.isLoginStart) return 'elsewhere';
  if (!arrival.isNew) return 'no-arrival';
  if (arrival.isFromSite) return 'from-the-site';
  if (!circumstances.isInFront) return 'not-in-front';
  if (circumstances.isRunning) return 'running';
  if (circumstances.hasJustBegun) return 'just-begun';
  if (!circumstances.hasAccount) return 'no-account';
  if (circumstances.isTouchNeeded) return 'touch-needed';
  return circumstances.isLimited ? 'limited' : null;
}

/** Whether a sign-in began in this tab a short while ago. A clock that was set back makes the while longer, not shorter. */
export function hasJustBegun(beginnings: readonly Beginning[], tabId: number, nowMs: number): boolean {
  return beginnings.some(other => other.tabId === tabId && nowMs - other.startedAtMs < NOT_AGAIN_WITHIN_MS);
}

/** The beginnings with one more, and without those that no longer count. One each tab is enough. */
export function noteBeginning(beginnings: readonly Beginning[], tabId: number, nowMs: number): readonly Beginning[] {
  const others = beginnings.filter(other => other.tabId !== tabId && nowMs - other.startedAtMs < NOT_AGAIN_WITHIN_MS);
  return [...others, { tabId, startedAtMs: nowMs }];
}
