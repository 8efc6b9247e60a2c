import type { PasskeyFailure } from '../messages/failures';
import type { Input } from '../messages/protocol';
import type { PasskeyChoice } from '../messages/views';
import { base64Decode, base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { ok } from '../shared/result';
import type { PasskeyTouch } from './passkey';
import { createPasskey, touchPasskey } from './passkey';
import { randomBytes } from './random';

/** A way in as a page presents it to the worker: bytes are in base64. */
export type Proof = Input<'vault.unlock'>['wayIn'];

/** A passkey that was made or touched just now, as it crosses: credential id, PRF input and output in base64. */
export type TouchedPasskey = Input<'ways-in.add-passkey'>['passkey'];

/** What components ask of passkeys. An aborted `signal` closes the prompt: `passkey-cancelled`. */
export type PasskeyPort = {
  /** Has the person touch one of the passkeys that open something, as proof. */
  prove(choices: readonly PasskeyChoice[], signal: AbortSignal): Promise<Result<Proof, PasskeyFailure>>;
  /** Has the person make a passkey that is none of `known`. Its name is what the prompt shows. */
  make(
    name: string,
    known: readonly PasskeyChoice[],
    signal: AbortSignal,
  ): Promise<Result<TouchedPasskey, PasskeyFailure>>;
  /** Has the person touch this one passkey, for a PRF input that was never used before. */
  touchAnew(choice: PasskeyChoice, signal: AbortSignal): Promise<Result<TouchedPasskey, PasskeyFailure>>;
};

const PRF_INPUT_BYTES = 32;

/** Passkeys to ask for, as bytes. The worker wrote them itself, so what is no base64 is one that nobody can ask for. */
export function readChoices(choices: readonly PasskeyChoice[]): readonly { credentialId: Bytes; prfInput: Bytes }[] {
  return choices.flatMap(choice => {
    const [credentialId, prfInput] = [base64Decode(choice.credentialId), base64Decode(choice.prfInput)];
    return credentialId === null || prfInput === null ? [] : [{ credentialId, prfInput }];
  });
}

function writeTouch(touched: Result<PasskeyTouch, PasskeyFailure>, prfInput: Bytes) {
  if (!touched.ok) return touched;
  const { credentialId, prfOutput } = touched.value;
  const written: TouchedPasskey = {
    credentialId: base64Encode(credentialId),
    prfInput: base64Encode(prfInput),
    prfOutput: base64Encode(prfOutput),
  };
  wipe(prfOutput);
  return ok(written);
}

/** The passkeys of the browser. */
export const passkeyPort: PasskeyPort = {
  async prove(choices, signal) {
    const touched = await touchPasskey(readChoices(choices), signal);
    if (!touched.ok) return touched;
    const prfOutput = base64Encode(touched.value.prfOutput);
    wipe(touched.value.prfOutput);
    return ok({ type: 'passkey', prfOutput });
  },
  async make(name, known, signal) {
    const prfInput = randomBytes(PRF_INPUT_BYTES);
    const exclude = readChoices(known).map(({ credentialId }) => credentialId);
    return writeTouch(await createPasskey({ name, prfInput, exclude, random: randomBytes, signal }), prfInput);
  },
  async touchAnew(choice, signal) {
    const prfInput = randomBytes(PRF_INPUT_BYTES);
    const anew = readChoices([choice]).map(({ credentialId }) => ({ credentialId, prfInput }));
    return writeTouch(await touchPasskey(anew, signal), prfInput);
  },
};
