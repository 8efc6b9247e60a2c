// The one code of a sign-in run. Invariant: a step that was used for an account is not used again, whoever holds its
// authenticator; of a passkey-held account there are the codes that its touch has made, and nothing that makes more.
import { runCodesItem } from '../../lib/browser/run-items';
import type { Account } from '../../lib/model/account';
import { SECOND_MS } from '../../lib/shared/duration';
import type { Outcome } from '../../lib/signin/outcome';
import { outcome } from '../../lib/signin/outcome';
import type { Run } from '../../lib/signin/run';
import { codeForStep } from '../../lib/totp/code';
import type { Skew } from '../../lib/totp/skew';
import { judgeSkew } from '../../lib/totp/skew';
import { readSkew } from './site-clock';
import { chooseUnusedStep, noteUsedStep } from './used-steps';

/** The code itself and the revision of its authenticator, a time to wait for the next one, or how the run ends without one. */
export type CodeChoice =
  | { readonly text: string; readonly authenticatorRevision: number }
  | { readonly waitUntilMs: number }
  | Outcome;

type CodeSource = {
  readonly periodSeconds: number;
  readonly authenticatorRevision: number;
  readonly codeFor: (step: number) => string | null;
};

async function findSource({ authenticator, seal, fieldRevisions }: Account, runId: string): Promise<CodeSource | null> {
  if (authenticator !== null) {
    return {
      periodSeconds: authenticator.periodSeconds,
      authenticatorRevision: fieldRevisions.authenticator,
      codeFor: step => codeForStep(authenticator, step),
    };
  }
  const made = seal === null ? null : await runCodesItem.read();
  if (made?.runId !== runId) return null;
  return {
    periodSeconds: made.periodSeconds,
    authenticatorRevision: made.authenticatorRevision,
    codeFor: step => made.codes.find(other => other.step === step)?.code ?? null,
  };
}

/** How the run ends where the clocks are too far apart for a code that counts, or null. */
function refuseClock(skew: Skew | null, { agreed }: Run): Outcome | null {
  const verdict = skew === null ? 'correct' : judgeSkew(skew);
  if (skew === null || verdict === 'correct' || (verdict === 'ask' && agreed.includes('clock'))) return null;
  const seconds = String(Math.round(Math.abs(skew.aheadMs) / SECOND_MS));
  return outcome(verdict === 'ask' ? 'clock-off' : 'clock-far-off', seconds, skew.aheadMs > 0 ? 'behind' : 'ahead');
}

/** Chooses the code that a run enters now, and notes its step as used. */
export async function chooseCode(account: Account, run: Run, nowMs: number): Promise<CodeChoice> {
  if (account.authenticatorDeadAtMs !== null) return outcome('authenticator-dead');
  const source = await findSource(account, run.runId);
  if (source === null) return outcome('no-authenticator');
  const skew = await readSkew(nowMs);
  const refusal = refuseClock(skew, run);
  if (refusal !== null) return refusal;
  const clock = { skew, isAgreed: run.agreed.includes('clock') };
  const choice = await chooseUnusedStep(account.id, source.periodSeconds, clock, nowMs);
  if ('waitUntilMs' in choice) return choice;
  const text = source.codeFor(choice.step);
  // The touch was made for one run, and the clock has left its time.
  if (text === null) return outcome('timed-out');
  await noteUsedStep(account.id, choice.step, nowMs);
  return { text, authenticatorRevision: source.authenticatorRevision };
}
