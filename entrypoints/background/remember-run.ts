// What a run that has ended leaves behind besides its outcome: in the vault, in the count of submits, and as advice.
import { proveKey } from '../../lib/keys/rotation';
import type { Account } from '../../lib/model/account';
import type { Advice } from '../../lib/signin/advice';
import { adviseOn } from '../../lib/signin/advice';
import type { Outcome } from '../../lib/signin/outcome';
import { isSignedIn, isSuccess, outcome } from '../../lib/signin/outcome';
import type { Run } from '../../lib/signin/run';
import { secondsWorthSaying } from '../../lib/totp/skew';
import { findAccount } from '../../lib/vault/accounts';
import { changeFound } from '../../lib/vault/keys';
import { recordFilled, recordKeyRefused, recordSignedIn } from '../../lib/vault/sign-ins';
import { readSkew } from './site-clock';
import { noteRefusal, signInOpensAtMs } from './submits';
import { readUsedSteps } from './used-steps';
import { vault } from './worker';

async function findAccountOf({ accountId }: Run): Promise<Account | null> {
  const body = await vault.read();
  return body.ok ? findAccount(body.value, accountId) : null;
}

/** Says with "too many attempts" when the site opens again, which its refusal has just told. */
async function withOpening(run: Run, result: Outcome, nowMs: number): Promise<Outcome> {
  if (result.code !== 'limited') return result;
  await noteRefusal(run.submitted ? run.lastPressAtMs : null, nowMs);
  return outcome('limited', String((await signInOpensAtMs(nowMs)) ?? nowMs));
}

/** The outcome with all that its sentence names, and what to say and offer besides. */
export async function adviseOnRun(run: Run, ended: Outcome, nowMs: number): Promise<Advice & { result: Outcome }> {
  const result = await withOpening(run, ended, nowMs);
  const skew = await readSkew(nowMs);
  const account = await findAccountOf(run);
  const advice = adviseOn(result, {
    codeEntered: run.written.includes('code'),
    // One of them is this run's own.
    usedCodeNear: (await readUsedSteps(run.accountId, nowMs)).size > 1,
    clockKnown: skew !== null,
    clockBehindSeconds: secondsWorthSaying(skew),
    sawSha1Notice: run.sawSha1Notice,
    isSavedAsSha1: account?.authenticator?.algorithm === 'SHA1',
  });
  return { result, ...advice };
}

/** Keeps in the vault what it shall remember of a run. A save that fails, or a lock that came first, changes no outcome. */
export async function rememberRun(
  { accountId, written, keyId: filledId, authenticatorRevision }: Run,
  result: Outcome,
  atMs: number,
): Promise<void> {
  const keyId = written.includes('key') ? filledId : null;
  await vault
    .update(body => {
      if (isSignedIn(result)) {
        const signedIn = recordSignedIn(body, accountId, { atMs, keyId, authenticatorRevision });
        // A key that the site has asked for and let in is proven: a rotation goes on from there.
        if (!signedIn.ok || keyId === null) return signedIn;
        const proven = changeFound(signedIn.value, accountId, account => proveKey(account, keyId, atMs));
        return proven.ok ? proven : signedIn;
      }
      if (result.code === 'filled') return recordFilled(body, accountId, { atMs, keyId });
      return recordKeyRefused(body, accountId, keyId, atMs);
    })
    .catch(() => undefined);
}

/** Whether a run's end is anything for the vault to remember. */
export function isMemorable(result: Outcome): boolean {
  return isSuccess(result) || result.code === 'key-refused';
}
