import { useEffect, useState } from 'react';
import { AccountList } from '../../components/AccountList';
import { CancelSignIn } from '../../components/CancelSignIn';
import { CountdownLine } from '../../components/CountdownLine';
import { DueNotice } from '../../components/DueNotice';
import { dueFirst } from '../../components/due-first';
import { EnrolPanel } from '../../components/EnrolPanel';
import { LockButton } from '../../components/LockButton';
import { LoginPageLink } from '../../components/LoginPageLink';
import { Messages } from '../../components/Messages';
import { RollbackNotice } from '../../components/RollbackNotice';
import { SignInAdvice } from '../../components/SignInAdvice';
import { SignInPanel } from '../../components/SignInPanel';
import { latestOf, signInMessage } from '../../components/sign-in-message';
import type { SignInWish } from '../../components/sign-in-wish';
import { TouchPanel } from '../../components/TouchPanel';
import { useAnswer } from '../../components/use-answer';
import { useMessage } from '../../components/use-message';
import { useRemovals } from '../../components/use-removals';
import { WorkerSilent } from '../../components/WorkerSilent';
import { hasDashboardAddress } from '../../lib/browser/dashboard-seen';
import { enrolPort } from '../../lib/browser/enrol-port';
import type { HeldTouch } from '../../lib/browser/held-port';
import { heldPort } from '../../lib/browser/held-port';
import { send } from '../../lib/browser/messaging';
import { openLoginPage, openOptions, rotationPlace } from '../../lib/browser/pages';
import { isSmallWindow } from '../../lib/browser/popup';
import { t } from '../../lib/browser/text';
import { attempt, vaultPort } from '../../lib/browser/vault-port';
import type { Output } from '../../lib/messages/protocol';
import type { AccountView, SignInView, Status } from '../../lib/messages/views';
import { OUTCOME_SHOWN_MS } from '../../lib/signin/outcome';
import { RotationDashboard } from './RotationDashboard';
import { useCloseAfterSuccess } from './use-close-after-success';
import { useOffers } from './use-offers';

async function leaveTo(place: Parameters<typeof openOptions>[0]): Promise<void> {
  await openOptions(place);
  window.close();
}

/** What the tab under the popup shows, as far as a sign-in goes. */
async function lookAtPage(): Promise<Output<'signin.page'>> {
  const reply = await send('signin.page', {});
  return reply.ok ? reply.value : { onLoginPage: false, isUnencrypted: false };
}

/** A click over the dashboard is all that a rotation begins with: it is looked at before a tab in front covers it. */
async function rotate(account: AccountView): Promise<void> {
  await attempt('keys.see-dashboard', {});
  await leaveTo(rotationPlace(account));
}

/** The account to offer first. What has just run is known here sooner than the list of accounts says it. */
function offeredAmong(accounts: readonly AccountView[], signIn: SignInView | null): string | null {
  const byDefault = accounts.find(({ isDefault }) => isDefault);
  return byDefault?.id ?? signIn?.accountId ?? accounts.find(({ isOffered }) => isOffered)?.id ?? null;
}

function cancel(): void {
  void attempt('signin.cancel', {});
}

/** The popup of an unlocked vault. */
export function Unlocked({ status }: { readonly status: Status }) {
  const { signIn } = status;
  const { message, say } = useMessage(Date.now);
  const removals = useRemovals(vaultPort, say);
  const [reading] = useAnswer(vaultPort.list, status.revision);
  // The page moves as a sign-in begins and ends.
  const [seen] = useAnswer(lookAtPage, signIn?.state);
  const [onDashboard] = useAnswer(hasDashboardAddress, signIn?.state);
  const [enrolment] = useAnswer(enrolPort.page, status.revision);
  const [holding] = useAnswer(heldPort.read, status.revision);
  useCloseAfterSuccess(signIn);

  const [, showAgain] = useState(0);
  useEffect(() => {
    if (signIn?.state !== 'ended') return;
    const timer = setTimeout(() => showAgain(count => count + 1), signIn.endedAtMs + OUTCOME_SHOWN_MS - Date.now());
    return () => clearTimeout(timer);
  }, [signIn]);

  async function startSignIn(accountId: string, wish: SignInWish) {
    const failures = await attempt('signin.start', { accountId, touch: null, ...wish });
    if (failures.length > 0) say.failures(failures);
  }
  const offers = useOffers(signIn, {
    onStart: (accountId, wish) => void startSignIn(accountId, wish),
    onEdit: id => void leaveTo(`#edit=${id}`),
    onRotate: id => {
      const account = reading?.ok && reading.value.find(one => one.id === id);
      if (account) void rotate(account);
    },
    onFailures: say.failures,
  });

  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={() => window.location.reload()} />;
  const accounts = reading.value;

  // The page may be gone before there is an answer: the window takes the focus, and with it this popup.
  const openWindow = (accountId: string | null) => void attempt('signin.to-window', { accountId });
  const isWindow = isSmallWindow();
  const isRunning = signIn?.state === 'running';
  // Whoever sees the dashboard is signed in, or is sent to the login page by it.
  const isElsewhere = seen?.onLoginPage === false && onDashboard === false && enrolment?.page === null;
  const runningFor = (accounts.length > 1 && accounts.find(({ id }) => id === signIn?.accountId)?.label) || null;
  const said = latestOf(message, signInMessage(signIn, Date.now(), runningFor));
  const { touchAskedFor, heldUntilMs } = status;
  const asked = accounts.find(({ id }) => id === touchAskedFor);
  const world = holding?.held ? { held: holding.held, canTouch: holding.canTouch, port: heldPort } : null;
  // Until then nobody can tell how such an account is signed in.
  const isHoldingKnown = holding !== null || !accounts.some(({ isHeld }) => isHeld);
  const signInTouched = (accountId: string, touch: HeldTouch, wish: SignInWish) =>
    attempt('signin.start', { accountId, touch, ...offers.agreeing(accountId, wish) });
  return (
    <>
      <main tabIndex={-1}>
        {asked && world && (
          <TouchPanel
            {...world}
            account={asked}
            onSignIn={touch => signInTouched(asked.id, touch, {})}
            onOpenWindow={isWindow ? undefined : () => openWindow(asked.id)}
          />
        )}
        {seen?.onLoginPage && !asked && isHoldingKnown && (
          <SignInPanel
            accounts={accounts}
            offeredId={offeredAmong(accounts, signIn)}
            busy={signIn?.state === 'running'}
            opensAtMs={status.signInOpensAtMs}
            isLimitTold={said?.kind === 'alert' && offers.ended?.outcome === 'limited'}
            onSignIn={(accountId, wish) => void startSignIn(accountId, wish)}
            touched={
              world && heldUntilMs === null
                ? { ...world, onSignIn: signInTouched, onOpenWindow: isWindow ? undefined : openWindow }
                : null
            }
          />
        )}
        {isRunning && <CancelSignIn onCancel={cancel} />}
        {isElsewhere && !isWindow && !isRunning && accounts.length > 0 && (
          <LoginPageLink isUnencrypted={seen.isUnencrypted} onOpen={() => void openLoginPage()} />
        )}
        {isHoldingKnown && (
          <EnrolPanel
            accounts={accounts}
            view={enrolment}
            touch={
              world && heldUntilMs === null
                ? { ...world, onOpenWindow: isWindow ? undefined : () => openWindow(null) }
                : null
            }
            port={enrolPort}
            say={say}
          />
        )}
        {onDashboard && <RotationDashboard accounts={accounts} say={say} onGoOn={account => void rotate(account)} />}
        <RollbackNotice rollback={status.rollback} onLook={() => void leaveTo('#copies')} />
        <Messages message={said} removals={removals} />
        {signIn?.state === 'running' && signIn.waitsUntilMs !== null && (
          <CountdownLine untilMs={signIn.waitsUntilMs} now={Date.now} />
        )}
        <SignInAdvice
          signIn={offers.ended && Date.now() - offers.ended.endedAtMs < OUTCOME_SHOWN_MS ? offers.ended : null}
          onOffer={offers.take}
          onDismiss={offers.dismiss}
        />
        <DueNotice count={status.dueCount} accounts={accounts} onLook={() => void leaveTo('#keys')} />
        <AccountList
          accounts={dueFirst(accounts)}
          revision={status.revision}
          holding={world && { ...world, onOpenWindow: isWindow ? undefined : () => openWindow(null) }}
          heldUntilMs={heldUntilMs}
          port={vaultPort}
          now={Date.now}
          say={say}
          onEdit={({ id }) => void leaveTo(`#edit=${id}`)}
          onRotate={account => void rotate(account)}
          onRemove={account => void removals.remove(account)}
        />
      </main>
      <footer className="bar row">
        <LockButton locksAtMs={status.locksAtMs} onLock={() => void attempt('vault.lock', {})} />
        <button type="button" className="quiet" onClick={() => void leaveTo('#settings')}>
          {t('page.settings')}
        </button>
        <button type="button" className="quiet" onClick={() => void leaveTo('#add')}>
          {t('accounts.add')}
        </button>
      </footer>
    </>
  );
}
