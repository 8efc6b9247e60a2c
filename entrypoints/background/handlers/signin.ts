// Invariants: a value leaves only as the reply to the document that the run is bound to; that it was served is stored
// before the reply that carries it; everything else the page gets to know is what to do next.
import { findActiveTab, findLoginTab } from '../../../lib/browser/login-tab';
import { openSmallWindow } from '../../../lib/browser/popup';
import { runCodesItem, runItem } from '../../../lib/browser/run-items';
import { failure } from '../../../lib/messages/failures';
import type { ValuedInstruction } from '../../../lib/messages/protocol';
import type { Account } from '../../../lib/model/account';
import { signInKeyOf } from '../../../lib/model/account';
import { err, ok } from '../../../lib/shared/result';
import { advance } from '../../../lib/signin/advance';
import type { ValueKind } from '../../../lib/signin/classify';
import type { Outcome } from '../../../lib/signin/outcome';
import { outcome } from '../../../lib/signin/outcome';
import type { Report, Run } from '../../../lib/signin/run';
import { bindDocument, postpone } from '../../../lib/signin/run';
import { isUnencryptedSite } from '../../../lib/signin/site';
import { findAccount } from '../../../lib/vault/accounts';
import { startByItself } from '../automatic';
import type { LoginDocument } from '../caller';
import { cancelRun, cancelWhereLeft } from '../cancel-run';
import type { CodeChoice } from '../choose-code';
import { chooseCode } from '../choose-code';
import { endRun, enqueueRunStep } from '../end-run';
import { noteEvent } from '../history';
import type { Handlers } from '../router';
import { findAskedTab, forgetIntent, keepIntent, moveIntentToWindow, startSignIn } from '../sign-in';
import { noteClockReading } from '../site-clock';
import { noteSubmit } from '../submits';
import { publishStatus, vault } from '../worker';

/** The value for one field; an outcome where the account has none; a time to wait for where the next code is to come. */
type Value = CodeChoice | { readonly text: string; readonly authenticatorRevision: null };

/** Whether a page asks for a key that it did not at this account's last sign-in. At the first one nobody can tell. */
function isKeyUnexpected({ lastSignIn }: Account, { agreed }: Run): boolean {
  return lastSignIn !== null && !lastSignIn.askedForKey && !agreed.includes('key');
}

async function chooseValue(kind: ValueKind, account: Account, run: Run, nowMs: number): Promise<Value> {
  if (kind === 'email') return { text: account.email, authenticatorRevision: null };
  if (kind === 'code') return chooseCode(account, run, nowMs);
  const key = signInKeyOf(account);
  if (key !== null && isKeyUnexpected(account, run)) return outcome('key-unexpected');
  return key === null ? outcome('no-api-key') : { text: key.secret.reveal(), authenticatorRevision: null };
}

/** Whether there is a box for each character, where a value goes into several: a code is never cut, nor left short. */
function fitsBoxes(text: string, { length }: readonly string[]): boolean {
  return length === 1 || text.length === length;
}

async function conclude(run: Run, result: Outcome): Promise<ValuedInstruction> {
  await endRun(run, result);
  return { do: 'end', outcome: result };
}

async function isSameUnlock({ unlockedAtMs }: Run): Promise<boolean> {
  return (await vault.unlockedAtMs()) === unlockedAtMs;
}

async function takeStep(bound: Run, report: Report): Promise<ValuedInstruction> {
  const nowMs = Date.now();
  const body = await vault.read();
  const account = body.ok ? findAccount(body.value, bound.accountId) : null;
  // Locked since, even if unlocked again, or the account removed.
  if (account === null || !(await isSameUnlock(bound))) return conclude(bound, outcome('interrupted'));

  const { run, instruction } = advance(bound, report, nowMs);
  if (run.submitted && !bound.submitted) await noteSubmit(nowMs, nowMs).catch(() => undefined);
  if (instruction.do === 'end') return conclude(run, instruction.outcome);
  if (instruction.do !== 'write' && instruction.do !== 'compare') {
    await runItem.write(run);
    return instruction;
  }
  const value = await chooseValue(instruction.kind, account, run, nowMs);
  if ('code' in value) return conclude(bound, value);
  if ('waitUntilMs' in value) {
    await runItem.write(postpone(run, instruction.kind, value.waitUntilMs, nowMs));
    if (bound.waitsUntilMs === null) await publishStatus();
    return { do: 'wait' };
  }
  if (!fitsBoxes(value.text, instruction.signatures))
    return conclude(bound, outcome('field-refused', instruction.kind));
  // Another key or authenticator may be there by the time that the run ends: what the site says then is said of these.
  const keyId = instruction.kind === 'key' ? account.signInKeyId : run.keyId;
  const authenticatorRevision = value.authenticatorRevision ?? run.authenticatorRevision;
  await runItem.write({ ...run, keyId, authenticatorRevision, waitsUntilMs: null });
  // A run enters one code, so others that were made for it are good for nothing but harm.
  if (instruction.kind === 'code') await runCodesItem.clear();
  if (instruction.kind === 'key' && keyId !== null) await noteEvent('filled', account.id, keyId);
  // Asked once more, since a lock may have come while the value was looked up: then it stays here.
  return (await isSameUnlock(run)) ? { ...instruction, value: value.text } : conclude(run, outcome('interrupted'));
}

async function bind(runId: string, { tabId, documentId }: LoginDocument): Promise<Run | null> {
  const run = await runItem.read();
  return run?.runId === runId ? bindDocument(run, tabId, documentId, Date.now()) : null;
}

/** Signing in: asked for in the popup, carried out with the script on the login page. */
export const signInHandlers: Pick<
  Handlers,
  | 'signin.page'
  | 'signin.start'
  | 'signin.to-window'
  | 'signin.cancel'
  | 'signin.hello'
  | 'signin.arrived'
  | 'signin.step'
  | 'signin.submitted'
> = {
  'signin.page': async () => {
    const onLoginPage = (await findLoginTab()) !== null;
    const url = (await findActiveTab())?.url ?? '';
    return ok({ onLoginPage, isUnencrypted: isUnencryptedSite(url) });
  },

  'signin.start': async ({ accountId, touch, mode = null, agreed = [] }) => {
    const tab = (await findAskedTab(accountId)) ?? (await findLoginTab());
    if (tab === null) return err([failure('signin-not-here')]);
    const started = await startSignIn(tab, accountId, 'popup', touch, { mode, agreed });
    if (started.ok) await forgetIntent();
    return started;
  },

  'signin.to-window': async ({ accountId }) => {
    const tab = accountId === null ? null : await findLoginTab();
    if (accountId !== null && tab !== null) await keepIntent(tab, { touchFor: accountId, inWindow: true });
    else await moveIntentToWindow();
    await openSmallWindow();
    return ok(null);
  },

  'signin.cancel': async () => {
    await cancelRun();
    return ok(null);
  },

  'signin.hello': (_, document) =>
    enqueueRunStep(async () => {
      const run = await runItem.read();
      const mayJoin =
        run?.documentId != null && bindDocument(run, document.tabId, document.documentId, Date.now()) !== null;
      return ok({ runId: mayJoin ? run.runId : null });
    }),

  'signin.arrived': async (arrival, document) => {
    await cancelWhereLeft(document, arrival);
    // Whether one starts is nothing that the page is told.
    await startByItself(document, arrival).catch(() => undefined);
    return ok(null);
  },

  'signin.step': ({ runId, report, clock }, document) =>
    enqueueRunStep(async () => {
      const bound = await bind(runId, document);
      if (bound !== null && clock !== undefined) await noteClockReading(clock);
      return ok(bound === null ? { do: 'end', outcome: outcome('interrupted') } : await takeStep(bound, report));
    }),

  'signin.submitted': async ({ agoMs }) => {
    const nowMs = Date.now();
    // A page that says it over and over changes nothing, and keeps nobody busy.
    if (await noteSubmit(Math.round(nowMs - agoMs), nowMs)) await publishStatus();
    return ok(null);
  },
};
