import type { Proof } from '../lib/browser/passkey-port';
import { failureSentence } from '../lib/browser/sentences';
import { detailsOf } from '../lib/messages/failures';
import { parseRecoveryCode } from '../lib/model/recovery-code';
import { base64Encode } from '../lib/shared/base64';
import { wipe } from '../lib/shared/bytes';
import type { Result } from '../lib/shared/result';
import { err, ok } from '../lib/shared/result';

/** A recovery code, as it was typed, as a way in; or what is wrong with it, in one sentence. */
export function recoveryCodeProof(typed: string): Result<Proof, string> {
  const parsed = parseRecoveryCode(typed);
  if (!parsed.ok) return err(failureSentence({ code: parsed.error.code, details: detailsOf(parsed.error) }));
  const code = base64Encode(parsed.value);
  wipe(parsed.value);
  return ok({ type: 'recovery', code });
}
