// The one code of a sign-in run. Invariant: a step that was used for an account is not used again, whoever holds its
// authenticator; of a passkey-held account there are the codes that its touch has made, and nothing that makes more.
import { runCodesItem, usedStepsItem } from '../../lib/browser/run-items';
import type { Account } from '../../lib/model/account';
import type { Outcome } from '../../lib/signin/outcome';
import { outcome } from '../../lib/signin/outcome';
import { chooseStep, UNMEASURED_SKEW_MARGIN_MS } from '../../lib/totp/choose-step';
import { codeForStep } from '../../lib/totp/code';
import { recordUsedStep, usedStepsOf } from '../../lib/totp/step-ledger';

/** The code itself, a time to wait for the next one, or how the run ends without one. */
export type CodeChoice = { readonly text: string } | { readonly waitUntilMs: number } | Outcome;

type CodeSource = { readonly periodSeconds: number; readonly codeFor: (step: number) => string | null };

async function findSource({ authenticator, seal }: Account, runId: string): Promise<CodeSource | null> {
  if (authenticator !== null) {
    return { periodSeconds: authenticator.periodSeconds, codeFor: step => codeForStep(authenticator, step) };
  }
  const made = seal === null ? null : await runCodesItem.read();
  if (made?.runId !== runId) return null;
  return {
    periodSeconds: made.periodSeconds,
    codeFor: step => made.codes.find(other => other.step === step)?.code ?? null,
  };
}

/** Chooses the code that a run enters now, and notes its step as used. */
export async function chooseCode(account: Account, runId: string, nowMs: number): Promise<CodeChoice> {
  const source = await findSource(account, runId);
  if (source === null) return outcome('no-authenticator');
  const { id: token } = account;
  const ledger = (await usedStepsItem.read()) ?? [];
  const choice = chooseStep({
    nowMs,
    periodSeconds: source.periodSeconds,
    used: usedStepsOf(ledger, token),
    minimumRemainingMs: UNMEASURED_SKEW_MARGIN_MS,
  });
  if (choice.kind === 'wait') return { waitUntilMs: choice.untilMs };
  const text = source.codeFor(choice.step);
  // The touch was made for one run, and the clock has left its time.
  if (text === null) return outcome('timed-out');
  await usedStepsItem.write(recordUsedStep(ledger, { token, step: choice.step, usedAtMs: nowMs }));
  return { text };
}
