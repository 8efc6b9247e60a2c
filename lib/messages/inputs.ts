// What pages hand over, as the router reads it. Bytes cross as canonical base64 and are read by the schema.
import * as v from 'valibot';
import { COPY_NAMES } from '../model/copy-name';
import { accountDraftSchema, changedFieldsSchema, keptDraftSchema } from '../model/draft';
import { KEEP_OPEN_MINUTES } from '../model/held';
import { LABEL_CAP_CODE_POINTS } from '../model/label';
import { policySchema, SIGN_IN_MODES } from '../model/policy';
import { base64Decode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { AGREEMENTS, RUN_MODES, reportSchema } from '../signin/run';
import { SUBMIT_WINDOW_MS } from '../signin/submits';
import { clockReadingSchema } from '../totp/skew';

/** Bytes in base64, `least` to `most` of them. */
function bytes(least: number, most = least) {
  return v.pipe(
    v.string(),
    v.maxLength(4 * Math.ceil(most / 3)),
    v.rawTransform<string, Bytes>(({ dataset, addIssue, NEVER }) => {
      const decoded = base64Decode(dataset.value);
      if (decoded !== null && decoded.length >= least && decoded.length <= most) return decoded;
      addIssue({ message: 'not that many bytes in base64' });
      return NEVER;
    }),
  );
}

export const nothing = v.strictObject({});
export const id = v.pipe(v.string(), v.maxLength(64));
export const password = v.pipe(v.string(), v.maxLength(4_096));
export const copyName = v.picklist(COPY_NAMES);

/** What a passkey is called by its owner. A code point has two units at most. */
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2 * LABEL_CAP_CODE_POINTS));

/** 32 bytes that a passkey gives for 32 others. */
const prf = { prfInput: bytes(32), prfOutput: bytes(32) };
const credentialId = bytes(1, 1_023);

/** A recovery code as bytes: see lib/model/recovery-code.ts for how a person has it. */
export const recoveryCode = bytes(16);

/** A way in, presented. */
export const wayIn = v.variant('type', [
  v.strictObject({ type: v.literal('password'), password }),
  v.strictObject({ type: v.literal('passkey'), prfOutput: bytes(32) }),
  v.strictObject({ type: v.literal('recovery'), code: recoveryCode }),
]);

/** A passkey that was made or touched just now. */
export const touchedPasskey = v.strictObject({ credentialId, ...prf });

/** A passkey under a new name. */
export const namedPasskey = v.strictObject({ name, passkey: touchedPasskey });

/** A passkey that a new vault key is wrapped by, and the way in that it was. */
export const renewedPasskey = v.strictObject({ id, credentialId, ...prf });

/** What opens the held key: a touch of one of its passkeys, or its own recovery code. */
export const heldTouch = v.variant('type', [
  v.strictObject({ type: v.literal('passkey'), wrapId: id, prfOutput: bytes(32) }),
  v.strictObject({ type: v.literal('recovery'), code: recoveryCode }),
]);

export const keepOpenMinutes = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(KEEP_OPEN_MINUTES.least),
  v.maxValue(KEEP_OPEN_MINUTES.most),
);

export const rename = v.strictObject({ id, name });

/** A draft as a form hands it over: the worker says when. */
export const draftToKeep = v.omit(keptDraftSchema, ['keptAtMs']);

/** What the form of policies changes: how far a sign-in goes has a message of its own. */
export const policyToSave = v.omit(policySchema, ['signInMode']);

/** How far a sign-in goes; the proof is for the automatic one. */
export const signInMode = v.strictObject({ mode: v.picklist(SIGN_IN_MODES), proof: v.nullable(wayIn) });

export const account = v.strictObject({ id });
export const accountKey = v.strictObject({ id, keyId: id });
export const touch = v.nullable(heldTouch);
export const save = v.strictObject({
  id: v.nullable(id),
  baseRevision: v.number(),
  /** What an edit changes; a new account has all of the draft. */
  changed: changedFieldsSchema,
  draft: accountDraftSchema,
  touch,
});
export const renewal = v.strictObject({
  proof: wayIn,
  password,
  passkeys: v.pipe(v.array(renewedPasskey), v.maxLength(16)),
  recoveryCode: v.nullable(recoveryCode),
});
export const step = v.strictObject({
  runId: id,
  report: reportSchema,
  /** What the page's own origin says the time is, once that was asked. */
  clock: v.exactOptional(clockReadingSchema),
});

/** A sign-in as a page asks for it: whose, by which touch, how far where not as usual, and what the person agreed to. */
export const signIn = v.strictObject({
  accountId: v.nullable(id),
  touch,
  mode: v.exactOptional(v.picklist(RUN_MODES)),
  agreed: v.exactOptional(v.pipe(v.array(v.picklist(AGREEMENTS)), v.maxLength(AGREEMENTS.length))),
});

/** A submit that the login page's script saw, so many milliseconds ago. */
export const submitted = v.strictObject({
  agoMs: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(SUBMIT_WINDOW_MS)),
});
