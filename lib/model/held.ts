// What a passkey-held account consists of in the vault's body. Invariant: everything here is either public to whoever
// opened the vault or sealed under the held key, which no way into the vault gives.
import * as v from 'valibot';
import { base64Decode } from '../shared/base64';

/** Bytes as they stand in a body, which is JSON: canonical base64 of `least` to `most` bytes. */
function base64Bytes(least: number, most = least) {
  return v.pipe(
    v.string(),
    v.check(text => {
      const bytes = base64Decode(text);
      return bytes !== null && bytes.length >= least && bytes.length <= most;
    }),
  );
}

/** How large a seal may be: as much as a whole envelope may. */
const SEALED_CAP_BYTES = 3 * 1024 * 1024;

/** An account's authenticator, earlier ones and backup codes, sealed under the held key. */
export const sealSchema = v.strictObject({
  sealId: base64Bytes(16),
  salt: base64Bytes(32),
  nonce: base64Bytes(24),
  sealed: base64Bytes(17, SEALED_CAP_BYTES),
});

export type Seal = v.InferOutput<typeof sealSchema>;

const wrap = {
  wrapId: base64Bytes(16),
  nonce: base64Bytes(24),
  wrappedKey: base64Bytes(48),
};

/** The held key, wrapped for one passkey. Its PRF input is never that of a slot that opens the vault. */
const heldPasskeySchema = v.strictObject({
  ...wrap,
  name: v.string(),
  prfInput: base64Bytes(32),
  credentialId: base64Bytes(1, 1_023),
});

export type HeldPasskey = v.InferOutput<typeof heldPasskeySchema>;

/** The limits of what a person may choose: minutes for which one touch serves. 0 asks for a touch each time. */
export const KEEP_OPEN_MINUTES = { least: 0, most: 60 } as const;

/** The held key of a vault, once per passkey and once for its own recovery code. */
export const heldKeySchema = v.strictObject({
  passkeys: v.pipe(v.array(heldPasskeySchema), v.minLength(1), v.maxLength(16)),
  recovery: v.strictObject(wrap),
  keepOpenMinutes: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(KEEP_OPEN_MINUTES.least),
    v.maxValue(KEEP_OPEN_MINUTES.most),
  ),
});

export type HeldKey = v.InferOutput<typeof heldKeySchema>;
