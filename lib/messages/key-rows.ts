// The rows of the trust table about keys: their inventory, putting off, and rotation.
import * as v from 'valibot';
import { SNOOZE_DAYS } from '../keys/put-off';
import { typedText } from '../model/draft';
import type { HistoryEvent } from '../model/history';
import { ownIntervalSchema } from '../model/key';
import { LINE_CAP_UNITS, NOTE_CAP_UNITS } from '../model/key-caps';
import { KEY_FORMATS } from '../model/key-formats';
import { KEY_ISSUES } from '../model/rotation';
import { id, nothing } from './inputs';
import type { AccountKeysView } from './key-views';
import { type } from './row';
import type { Notice } from './views';

const line = v.pipe(v.string(), v.trim(), v.maxLength(LINE_CAP_UNITS));
const note = v.pipe(v.string(), v.trim(), v.maxLength(NOTE_CAP_UNITS));
/** Far more than a page lets anybody list: a rotation brings the places of two keys together, and they stay to be edited. */
const INTEGRATIONS_CAP = 1_000;

const keyOfAccount = { accountId: id, keyId: id };
const ownKey = v.strictObject(keyOfAccount);

const interval = v.pipe(
  v.strictObject({
    intervalDays: ownIntervalSchema.entries.intervalDays,
    neverDueBecause: v.nullable(v.pipe(line, v.minLength(1))),
  }),
  // A reason for never and a number of days would say two things at once.
  v.check(({ intervalDays, neverDueBecause }) => intervalDays === null || neverDueBecause === null),
);

const integration = v.strictObject({ id, name: v.pipe(line, v.minLength(1)), where: line, owner: line, note });

/** What a form changes of a key. `createdOn` is as it was typed. */
const keyChanges = v.strictObject({
  label: v.exactOptional(line),
  note: v.exactOptional(note),
  purpose: v.exactOptional(v.picklist(['sign-in', 'integration'])),
  createdOn: v.exactOptional(typedText),
  interval: v.exactOptional(interval),
  integrations: v.exactOptional(v.pipe(v.array(integration), v.maxLength(INTEGRATIONS_CAP))),
});

const rotationStep = v.variant('do', [
  v.strictObject({ do: v.literal('take'), keyId: id }),
  v.strictObject({ do: v.literal('try'), isTrying: v.boolean() }),
  v.strictObject({ do: v.literal('tick'), integrationId: id, done: v.boolean() }),
  v.strictObject({ do: v.literal('revoked') }),
  v.strictObject({ do: v.literal('authenticator-set') }),
  v.strictObject({ do: v.literal('abort') }),
]);

export type RotationStep = v.InferOutput<typeof rotationStep>;

export const KEY_ROWS = {
  'keys.list': { from: 'page', act: false, input: nothing, output: type<readonly AccountKeysView[]>() },
  'keys.add': {
    from: 'page',
    act: true,
    input: v.strictObject({
      accountId: id,
      secret: typedText,
      createdOn: typedText,
      state: v.picklist(['active', 'staged']),
    }),
    output: type<{ readonly keyId: string; readonly notices: readonly Notice[] }>(),
  },
  'keys.edit': {
    from: 'page',
    act: true,
    /** `opened` is what stood where something is to change, when the form was opened. */
    input: v.strictObject({ ...keyOfAccount, changes: keyChanges, opened: v.exactOptional(keyChanges) }),
    output: type<null>(),
  },
  'keys.remove': { from: 'page', act: true, input: ownKey, output: type<null>() },
  'keys.set-sign-in': { from: 'page', act: true, input: ownKey, output: type<null>() },
  /** What the person has done on the site, or seen there. */
  'keys.set-state': {
    from: 'page',
    act: true,
    input: v.strictObject({ ...keyOfAccount, state: v.picklist(['active', 'revoked']) }),
    output: type<null>(),
  },
  'keys.mark-compromised': {
    from: 'page',
    act: true,
    input: v.strictObject({ ...keyOfAccount, isCompromised: v.boolean() }),
    output: type<null>(),
  },
  'keys.snooze': {
    from: 'page',
    act: true,
    input: v.strictObject({ ...keyOfAccount, days: v.picklist(SNOOZE_DAYS) }),
    output: type<null>(),
  },
  'keys.set-account-interval': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, interval }),
    output: type<null>(),
  },
  /** The page has just put it into the clipboard, in that form. */
  'keys.copied': {
    from: 'page',
    act: true,
    input: v.strictObject({ ...keyOfAccount, format: v.picklist(KEY_FORMATS) }),
    output: type<{ readonly clears: boolean }>(),
  },
  'keys.history': { from: 'page', act: false, input: ownKey, output: type<readonly HistoryEvent[]>() },

  /** By a click in the popup over the dashboard: looks at the page, and notes that it was seen; a rotation may begin on that. */
  'keys.see-dashboard': { from: 'page', act: true, input: nothing, output: type<{ readonly isSeen: boolean }>() },
  'keys.rotate': {
    from: 'page',
    act: true,
    input: v.strictObject({ ...keyOfAccount, issue: v.picklist(KEY_ISSUES), otherKeyId: v.nullable(id) }),
    output: type<null>(),
  },
  /** Sends the key to the relay, which says whether it has it (docs/decisions/013). The person has agreed to it, this once. */
  'keys.check': { from: 'page', act: true, input: ownKey, output: type<null>() },
  'keys.rotation-step': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, step: rotationStep }),
    output: type<null>(),
  },
} as const;
