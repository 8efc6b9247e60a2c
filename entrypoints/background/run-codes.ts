// What a sign-in run of a passkey-held account lives on. Invariant: the codes for its time are made at the start, and the
// key that made them is wiped before the page is asked anything.
import { runCodesItem } from '../../lib/browser/run-items';
import type { Failure } from '../../lib/messages/failures';
import type { Account } from '../../lib/model/account';
import type { Result } from '../../lib/shared/result';
import { ok } from '../../lib/shared/result';
import { RUN_MAXIMUM_MS } from '../../lib/signin/run';
import type { StepCode } from '../../lib/totp/code-span';
import { codesForSpan } from '../../lib/totp/code-span';
import { CORRECTED_UP_TO_MS } from '../../lib/totp/skew';
import type { HeldTouch } from '../../lib/vault/held-key';
import { withHolding } from './held-key';

/** The codes for the time of one run, and the revision of the authenticator that made them. */
export type RunCodes = {
  readonly periodSeconds: number;
  readonly authenticatorRevision: number;
  readonly codes: readonly StepCode[];
};

/**
 * The codes that a run starting at `siteMs`, by the site's clock as far as it is known, can need: also those of a clock that
 * turns out to be as far off as is corrected without a question, since nothing makes more of them then. Null where it needs
 * none kept: nothing holds the account, or what holds it holds no authenticator.
 */
export async function makeRunCodes(
  { id, seal, fieldRevisions }: Account,
  touch: HeldTouch | null,
  siteMs: number,
): Promise<Result<RunCodes | null, readonly Failure[]>> {
  if (seal === null) return ok(null);
  return withHolding(id, touch, ({ authenticator }) =>
    ok(
      authenticator && {
        periodSeconds: authenticator.periodSeconds,
        authenticatorRevision: fieldRevisions.authenticator,
        codes: codesForSpan(authenticator, siteMs - CORRECTED_UP_TO_MS, RUN_MAXIMUM_MS + 2 * CORRECTED_UP_TO_MS),
      },
    ),
  );
}

/** Keeps the codes of a run until it has entered one or ends. */
export async function keepRunCodes(runId: string, made: RunCodes | null): Promise<void> {
  if (made === null) await runCodesItem.clear();
  else await runCodesItem.write({ ...made, runId, codes: [...made.codes] });
}
