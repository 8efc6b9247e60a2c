// Trust boundary: the platform's WebAuthn, in popup, tab and small window; the worker has none. Invariants:
// - No key material without the person verified (PIN, finger, face): whoever merely holds the device gets nothing.
// - No relying party but the extension's own origin, and no site's passkey is ever asked for.
// - A PRF output is handed to the caller and kept nowhere: nothing of it is stored, told or written down here.
// Deliberately absent: checking signatures and attestation. There is no server to convince; what proves a passkey is that
// its PRF output opens something.
import type { PasskeyFailure } from '../messages/failures';
import { base64Encode } from '../shared/base64';
import type { Bytes, RandomBytes } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { randomBytes } from './random';

/** Which passkey answered, and the 32 bytes it made of the PRF input that was meant for it. The caller wipes them. */
export type PasskeyTouch = { readonly credentialId: Bytes; readonly prfOutput: Bytes };

/** A passkey that may answer, and its PRF input (32 bytes). */
export type PasskeyChoice = { readonly credentialId: Bytes; readonly prfInput: Bytes };

/** A passkey to make. `name` is what the person sees in the prompt; `exclude` has the ids of those that must not answer. */
export type NewPasskey = {
  readonly name: string;
  readonly prfInput: Bytes;
  readonly exclude: readonly Bytes[];
  readonly random: RandomBytes;
  readonly signal?: AbortSignal | undefined;
};

/** What a page offers to tell whether passkeys work in it. */
type PasskeyScope = {
  readonly location: { readonly protocol: string };
  readonly PublicKeyCredential?: { getClientCapabilities?(): Promise<Readonly<Record<string, boolean>>> };
};

const PRF_OUTPUT_BYTES = 32;
const CHALLENGE_BYTES = 32;
const USER_ID_BYTES = 16;
/** EdDSA, ES256, RS256: between them, what every authenticator has. The signature is not used. */
const ALGORITHMS = [-8, -7, -257];

/**
 * Whether to offer passkeys in this page. False in Firefox, which has the API and refuses every call from the origin of an
 * extension; false where the browser says that it knows no prf. A browser that does not say is asked by trying.
 */
export async function canUsePasskeys(scope: PasskeyScope = globalThis): Promise<boolean> {
  if (scope.PublicKeyCredential === undefined || scope.location.protocol === 'moz-extension:') return false;
  const capabilities = await scope.PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
  return capabilities?.['extension:prf'] !== false;
}

/**
 * Has the person make a passkey for the extension's own origin. Some give their PRF output only when asked once more: then
 * a second prompt follows at once. After `passkey-no-prf` a passkey was made that is of no use and can be deleted.
 */
export async function createPasskey(
  { name, prfInput, exclude, random, signal }: NewPasskey,
  container: CredentialsContainer = navigator.credentials,
): Promise<Result<PasskeyTouch, PasskeyFailure>> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { name: 'Latchkey' },
    // A new id each time: an authenticator keeps one passkey per user id, and would drop the one before.
    user: { id: random(USER_ID_BYTES), name, displayName: name },
    challenge: randomBytes(CHALLENGE_BYTES),
    pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key', alg })),
    // Every touch names its passkeys, so none has to be found without its id, and a security key whose few places are
    // taken is welcome. Preferred all the same: the person then finds it in the list of their passkeys, and can delete it.
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    attestation: 'none',
    excludeCredentials: exclude.map(describeCredential),
    extensions: { prf: { eval: { first: prfInput } } },
  };
  const created = await prompt(() => container.create({ publicKey, ...abortedBy(signal) }), signal);
  if (!created.ok) return created;
  const touch = readTouch(created.value);
  if (touch !== null) return ok(touch);
  if (created.value.getClientExtensionResults().prf?.enabled !== true) return err('passkey-no-prf');
  return touchPasskey([{ credentialId: copyBytes(created.value.rawId), prfInput }], signal, container);
}

/**
 * Has the person touch one of their passkeys, and says which one it was. Each gets a PRF input of its own, as each has a
 * slot of its own. Without a choice nothing is asked: `passkey-unavailable`.
 */
export async function touchPasskey(
  choices: readonly PasskeyChoice[],
  signal?: AbortSignal,
  container: CredentialsContainer = navigator.credentials,
): Promise<Result<PasskeyTouch, PasskeyFailure>> {
  // An empty list would mean any passkey of this origin.
  if (choices.length === 0) return err('passkey-unavailable');
  const inputs = choices.map(
    ({ credentialId, prfInput }) => [base64UrlEncode(credentialId), { first: prfInput }] as const,
  );
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: randomBytes(CHALLENGE_BYTES),
    allowCredentials: choices.map(({ credentialId }) => describeCredential(credentialId)),
    userVerification: 'required',
    extensions: { prf: { evalByCredential: Object.fromEntries(inputs) } },
  };
  const answered = await prompt(() => container.get({ publicKey, ...abortedBy(signal) }), signal);
  if (!answered.ok) return answered;
  const touch = readTouch(answered.value);
  return touch === null ? err('passkey-no-prf') : ok(touch);
}

async function prompt(
  ask: () => Promise<Credential | null>,
  signal: AbortSignal | undefined,
): Promise<Result<PublicKeyCredential, PasskeyFailure>> {
  try {
    const credential = await ask();
    // Only a public key was asked for, so nothing else can have come.
    return credential === null ? err('passkey-unavailable') : ok(credential as PublicKeyCredential);
  } catch (error) {
    // An aborted prompt rejects with whatever reason the signal was given.
    return err(signal?.aborted === true ? 'passkey-cancelled' : failureOf(error));
  }
}

function failureOf(error: unknown): PasskeyFailure {
  const name = error instanceof DOMException ? error.name : '';
  // Closed, not verified and timed out are one and the same to a page, so that no site learns what the person has.
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey-cancelled';
  return name === 'InvalidStateError' ? 'passkey-already-there' : 'passkey-unavailable';
}

/** Null where it gave no key material. */
function readTouch(credential: PublicKeyCredential): PasskeyTouch | null {
  const output = credential.getClientExtensionResults().prf?.results?.first;
  if (output?.byteLength !== PRF_OUTPUT_BYTES) return null;
  return { credentialId: copyBytes(credential.rawId), prfOutput: copyBytes(output) };
}

function describeCredential(id: Bytes): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id };
}

function abortedBy(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** Bytes of our own, whatever kind of buffer the platform gave. */
function copyBytes(source: BufferSource): Bytes {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(source) ? source : new Uint8Array(source);
  return Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength));
}

/** RFC 4648 section 5 without padding: how the prf extension names credentials. */
function base64UrlEncode(bytes: Bytes): string {
  return base64Encode(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
