import * as v from 'valibot';
import { HINT_CODES, OFFERS } from '../signin/advice';
import { beginningsSchema } from '../signin/automatic';
import { OUTCOME_CODES } from '../signin/outcome';
import { runSchema } from '../signin/run';
import { readSubmits } from '../signin/submits';
import { skewSchema } from '../totp/skew';
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
    hints: v.array(v.strictObject({ code: v.picklist(HINT_CODES), details: v.array(v.string()) })),
    offers: v.array(v.picklist(OFFERS)),
    endedAtMs: v.number(),
  }),
);

/** How far the site's clock is from this computer's, as a run measured it last. */
export const skewItem = storedItem('session', 'skew', skewSchema);

/**
 * The codes of a run whose account a passkey holds, made when it was touched: the key that made them is gone. `runId` says
 * which run they are for.
 */
export const runCodesItem = storedItem(
  'session',
  'run.codes',
  v.strictObject({
    runId: v.string(),
    periodSeconds: v.number(),
    authenticatorRevision: v.number(),
    codes: v.array(v.strictObject({ step: v.number(), code: v.string() })),
  }),
);

/**
 * A gesture that could not be followed at once: unlocking or touching a passkey within a minute, in the popup that it
 * opened, goes on with it.
 */
export const intentItem = storedItem(
  'session',
  'intent',
  v.strictObject({
    tabId: v.number(),
    documentToken: v.nullable(v.string()),
    madeAtMs: v.number(),
    /** The passkey-held account whose touch is waited for; null while an unlock is. */
    touchFor: v.nullable(v.string()),
    /** Whether the small window is where it goes on, and with whose end it ends. */
    inWindow: v.boolean(),
  }),
);

/** In which tabs a sign-in began of late: none starts there by itself. */
export const beginningsItem = storedItem('session', 'sign-in-tabs', beginningsSchema);

/** When sign-ins were submitted of late, by Latchkey or by hand: times and nothing else, which survive lock and restart. */
export const submitTimesItem = storedItem('local', 'sign-in-attempts', v.pipe(v.unknown(), v.transform(readSubmits)));

/** Time steps whose code went out, under the random id of the account: they survive lock and restart. */
export const usedStepsItem = storedItem('local', 'slots', v.pipe(v.unknown(), v.transform(readUsedSteps)));
