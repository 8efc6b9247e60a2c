import { useEffect, useState } from 'react';
import { AccountList } from '../../components/AccountList';
import { DueNotice } from '../../components/DueNotice';
import { dueFirst } from '../../components/due-first';
import { LockButton } from '../../components/LockButton';
import { LoginPageLink } from '../../components/LoginPageLink';
import { Messages } from '../../components/Messages';
import { RollbackNotice } from '../../components/RollbackNotice';
import { SignInPanel } from '../../components/SignInPanel';
import { latestOf, signInMessage } from '../../components/sign-in-message';
import { TouchPanel } from '../../components/TouchPanel';
import { useAccounts } from '../../components/use-accounts';
import { useHeld } from '../../components/use-held';
import { useMessage } from '../../components/use-message';
import { useRemovals } from '../../components/use-removals';
import { WorkerSilent } from '../../components/WorkerSilent';
import type { HeldTouch } from '../../lib/browser/held-port';
import { heldPort } from '../../lib/browser/held-port';
import { openKeysPage, openLoginPage, openOptions } from '../../lib/browser/pages';
import { isSmallWindow } from '../../lib/browser/popup';
import { t } from '../../lib/browser/text';
import { attempt, vaultPort } from '../../lib/browser/vault-port';
import type { AccountView, Status } from '../../lib/messages/views';
import { OUTCOME_SHOWN_MS } from '../../lib/signin/outcome';
import { useCloseAfterSuccess } from './use-close-after-success';
import { useLoginPage } from './use-login-page';

async function leaveTo(place: Parameters<typeof openOptions>[0]): Promise<void> {
  await openOptions(place);
  window.close();
}

/** The key's place in Latchkey waits behind the dashboard: opening a tab in front closes this popup and all it runs. */
async function rotate({ id }: AccountView): Promise<void> {
  await openOptions(`#edit=${id}`, { background: true });
  await openKeysPage();
}

/** The popup of an unlocked vault. */
export function Unlocked({ status }: { readonly status: Status }) {
  const { signIn } = status;
  const { message, say } = useMessage(Date.now);
  const removals = useRemovals(vaultPort, say);
  const reading = useAccounts(vaultPort.list, status.revision);
  const onLoginPage = useLoginPage(signIn);
  const holding = useHeld(heldPort.read, status.revision);
  useCloseAfterSuccess(signIn);

  const [, showAgain] = useState(0);
  useEffect(() => {
    if (signIn?.state !== 'ended') return;
    const timer = setTimeout(() => showAgain(count => count + 1), signIn.endedAtMs + OUTCOME_SHOWN_MS - Date.now());
    return () => clearTimeout(timer);
  }, [signIn]);

  if (reading === null) return <p className="hint loading">{t('page.loading')}</p>;
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={() => window.location.reload()} />;
  const accounts = reading.value;

  async function startSignIn(accountId: string) {
    const failures = await attempt('signin.start', { accountId, touch: null });
    if (failures.length > 0) say.failures(failures);
  }
  // The page may be gone before there is an answer: the window takes the focus, and with it this popup.
  const openWindow = (accountId: string | null) => void attempt('signin.to-window', { accountId });
  const isWindow = isSmallWindow();
  const { touchAskedFor, heldUntilMs } = status;
  const asked = accounts.find(({ id }) => id === touchAskedFor);
  const world = holding?.held ? { held: holding.held, canTouch: holding.canTouch, port: heldPort } : null;
  // Until then nobody can tell how such an account is signed in.
  const isHoldingKnown = holding !== null || !accounts.some(({ isHeld }) => isHeld);
  const signInTouched = (accountId: string, touch: HeldTouch) => attempt('signin.start', { accountId, touch });
  return (
    <>
      <main tabIndex={-1}>
        {asked && world && (
          <TouchPanel
            {...world}
            account={asked}
            onSignIn={touch => signInTouched(asked.id, touch)}
            onOpenWindow={isWindow ? undefined : () => openWindow(asked.id)}
          />
        )}
        {onLoginPage && !asked && isHoldingKnown && (
          <SignInPanel
            accounts={accounts}
            lastAccountId={signIn?.accountId ?? null}
            busy={signIn?.state === 'running'}
            onSignIn={accountId => void startSignIn(accountId)}
            touched={
              world && heldUntilMs === null
                ? { ...world, onSignIn: signInTouched, onOpenWindow: isWindow ? undefined : openWindow }
                : null
            }
          />
        )}
        {onLoginPage === false && !isWindow && signIn?.state !== 'running' && accounts.length > 0 && (
          <LoginPageLink onOpen={() => void openLoginPage()} />
        )}
        <RollbackNotice rollback={status.rollback} onLook={() => void leaveTo('#copies')} />
        <Messages message={latestOf(message, signInMessage(signIn, Date.now()))} removals={removals} />
        <DueNotice count={status.dueCount} />
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
