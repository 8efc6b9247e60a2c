import fc from 'fast-check';
import { base64Encode } from '../shared/base64';
import { utf8Encode } from '../shared/bytes';
import { dateOfDay } from '../shared/local-date';
import type { VaultBody } from './body';
import { decodeBody } from './body';

/** What is sealed, as JSON. */
export type StoredBody = { readonly [name: string]: unknown; readonly accounts: readonly unknown[] };

/** The body that a stored form stands for. */
export function readStored(stored: unknown): VaultBody {
  const body = decodeBody(utf8Encode(JSON.stringify(stored)));
  if (!body.ok) throw new Error(body.error);
  return body.value;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\u0000', '\u2028', 'ß', '日本', '😀', '\ud800', '\udfff', '\ufeff'),
    maxLength: 8,
  }),
);
const id = fc.stringMatching(/^[0-9a-f]{32}$/);
const hex64 = fc.stringMatching(/^[0-9a-f]{64}$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const date = fc.integer({ min: 0, max: 2_932_896 }).map(dateOfDay);
const reason = text.filter(written => written !== '');

const key = fc.record({
  id,
  label: text,
  secret: fc.tuple(fc.constantFrom('', 'pgp_', 'psk_live_', 'psk_test_'), hex64).map(parts => parts.join('')),
  purpose: fc.constantFrom('sign-in', 'integration'),
  state: fc.constantFrom('staged', 'active', 'revoked'),
  compromisedAtMs: maybe(fc.maxSafeNat()),
  createdOn: date,
  intervalDays: maybe(fc.integer({ min: 7, max: 730 })),
  neverDueBecause: maybe(reason),
  snooze: maybe(fc.record({ until: date, count: fc.integer({ min: 1, max: 3 }) })),
  lastUsedAtMs: maybe(fc.maxSafeNat()),
  provenAtMs: maybe(fc.maxSafeNat()),
  refusedAtMs: maybe(fc.maxSafeNat()),
  revokedAtMs: maybe(fc.maxSafeNat()),
  note: text,
  integrations: fc.array(fc.record({ id, name: text, where: text, owner: text, note: text, done: fc.boolean() }), {
    maxLength: 2,
  }),
});

const authenticator = fc.record({
  secret: fc.stringMatching(/^[A-Z2-7]{1,64}$/),
  algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.constantFrom(6, 7, 8),
  periodSeconds: fc.integer({ min: 5, max: 300 }),
  issuer: text,
  account: text,
});

const revision = fc.integer({ min: 1 });
const base64 = (least: number, most = least) => fc.uint8Array({ minLength: least, maxLength: most }).map(base64Encode);

const holdable = fc.record({
  authenticator: maybe(authenticator),
  earlierAuthenticators: fc.array(authenticator, { maxLength: 2 }),
  backupCodes: fc.array(fc.record({ code: text, used: fc.boolean() }), { maxLength: 3 }),
  seal: fc.constant(null),
});

/** What a passkey holds stands in the seal and nowhere else. */
const held = fc.record({
  authenticator: fc.constant(null),
  earlierAuthenticators: fc.constant([]),
  backupCodes: fc.constant([]),
  seal: fc.record({ sealId: base64(16), salt: base64(32), nonce: base64(24), sealed: base64(17, 60) }),
});

const rotation = fc.record({
  oldKeyId: id,
  newKeyId: maybe(id),
  issue: fc.constantFrom('documented', 'operator'),
  guard: fc.oneof(
    fc.record({ type: fc.constant('dashboard'), seenAtMs: fc.maxSafeNat() }),
    fc.record({ type: fc.constant('other-key'), keyId: id }),
  ),
  startedAtMs: fc.maxSafeNat(),
  isTrying: fc.boolean(),
  authenticatorSetAtMs: maybe(fc.maxSafeNat()),
});

const openAccount = fc.record({
  id,
  revision,
  fieldRevisions: fc.record({
    label: revision,
    email: revision,
    apiKey: revision,
    authenticator: revision,
    createdOn: revision,
  }),
  label: text,
  email: text,
  keys: fc.array(key, { maxLength: 3 }),
  signInKeyId: maybe(id),
  authenticatorDeadAtMs: maybe(fc.maxSafeNat()),
  backupCodesAwaitedAtMs: maybe(fc.maxSafeNat()),
  lastSignIn: maybe(fc.record({ atMs: fc.maxSafeNat(), askedForKey: fc.boolean() })),
  intervalDays: maybe(fc.integer({ min: 7, max: 730 })),
  neverDueBecause: maybe(reason),
  rotation: maybe(rotation),
  notes: text,
  removedAtMs: maybe(fc.maxSafeNat()),
});

const account = fc.tuple(openAccount, fc.oneof(holdable, held)).map(([open, kept]) => ({ ...open, ...kept }));

const wrap = { wrapId: base64(16), nonce: base64(24), wrappedKey: base64(48) };

const heldKey = fc.record({
  passkeys: fc.array(fc.record({ ...wrap, name: text, prfInput: base64(32), credentialId: base64(1, 40) }), {
    minLength: 1,
    maxLength: 3,
  }),
  recovery: fc.record(wrap),
  keepOpenMinutes: fc.integer({ min: 0, max: 60 }),
});

/** Every stored form that a body can have. */
export const arbitraryStoredBody: fc.Arbitrary<StoredBody> = fc.record({
  schema: fc.constant(3),
  savedAtMs: fc.maxSafeNat(),
  oldestGeneration: revision,
  policy: fc.record({
    lockAfterMinutes: fc.integer({ min: 5, max: 720 }),
    intervalDays: fc.integer({ min: 7, max: 730 }),
    noticeDays: fc.integer({ min: 0, max: 90 }),
    signInMode: fc.constantFrom('full', 'fill', 'automatic'),
  }),
  slotNames: fc.dictionary(id, text, { maxKeys: 3 }),
  held: maybe(heldKey),
  defaultAccountId: maybe(id),
  accounts: fc.array(account, { maxLength: 3 }),
});
