// Asking the relay whether a key is alive. Invariants: it happens only after a person has agreed to it, each time; the key
// goes to this one host, in a header; no cookie goes along, no redirect is followed, and the answer is not kept
// (docs/decisions/013).
import type { KeyCheckFailure } from '../keys/alive-check';
import { CHECK_WITHIN_MS, judgeKeyCheck } from '../keys/alive-check';
import type { ApiKey } from '../model/api-key';
import { CHECK_URL } from '../model/key-formats';
import type { Result } from '../shared/result';
import { err } from '../shared/result';

/** Sends a key to the relay, and gives what that says of it. */
export async function checkKey(key: ApiKey): Promise<Result<null, KeyCheckFailure>> {
  try {
    const reply = await fetch(CHECK_URL, {
      headers: { 'X-Api-Key': key.reveal() },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(CHECK_WITHIN_MS),
    });
    return judgeKeyCheck(reply.status, await reply.text());
  } catch (error) {
    return err(error instanceof DOMException && error.name === 'TimeoutError' ? 'check-timeout' : 'check-offline');
  }
}
