import * as v from 'valibot';
import { OUTCOME_CODES } from '../signin/outcome';
import { runSchema } from '../signin/run';
import { readUsedSteps } from '../totp/step-ledger';
import { storedItem } from './stored-item';

/** The sign-in under way. */
export const runItem = storedItem('session', 'run', runSchema);

/** How the last sign-in ended, for as long as it is worth showing. */
export const lastRunItem = storedItem(
  'session',
  'lastRun',
  v.strictObject({
    accountId: v.string(),
    outcome: v.picklist(OUTCOME_CODES),
    details: v.array(v.string()),
    endedAtMs: v.number(),
  }),
);

/** A gesture made while locked: unlocking within a minute, in the popup that it opened, goes on with it. */
export const intentItem = storedItem(
  'session',
  'intent',
  v.strictObject({ tabId: v.number(), documentToken: v.nullable(v.string()), madeAtMs: v.number() }),
);

/** Time steps whose code went out, under a random token of the account: they survive lock and restart. */
export const usedStepsItem = storedItem('local', 'slots', v.pipe(v.unknown(), v.transform(readUsedSteps)));
