import { Brand } from '../../components/Brand';
import { CreateVaultForm } from '../../components/CreateVaultForm';
import { MessageLine } from '../../components/MessageLine';
import { PageHeading } from '../../components/PageHeading';
import { sayChanged } from '../../components/say-changed';
import { latestOf } from '../../components/sign-in-message';
import { UnlockForm } from '../../components/UnlockForm';
import type { Speaking } from '../../components/use-message';
import { useMessage } from '../../components/use-message';
import { readDoors } from '../../lib/browser/doors';
import { passkeyPort } from '../../lib/browser/passkey-port';
import { randomBytes } from '../../lib/browser/random';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import type { Status } from '../../lib/messages/views';
import { Copies } from './Copies';
import type { SayAcross } from './Erase';
import { Forgot } from './Forgot';
import { StartOver } from './StartOver';
import { usePlace } from './use-place';

type Props = {
  readonly status: Status;
  /** What is said from before the vault opened to after it, or the other way round. */
  readonly across: Pick<Speaking, 'message'> & { readonly say: SayAcross };
};

/** The full page while nothing is open: the first run, unlocking, and what helps where that does not. */
export function Locked({ status, across }: Props) {
  const { message, say } = useMessage(Date.now);
  const { place, go, moved } = usePlace(say.clear);
  const { phase } = status;
  const atCopies = phase === 'damaged' ? place.at !== 'forgot' : phase === 'locked' && place.at === 'copies';
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className={atCopies ? 'wide-page' : 'narrow'}>
        <div className="messages">
          <MessageLine message={latestOf(message, across.message)} />
        </div>
        {phase === 'absent' && (
          <CreateVaultForm
            random={randomBytes}
            onCreate={password => {
              across.say.clear();
              return attempt('vault.create', { password });
            }}
          />
        )}
        {phase === 'locked' && place.at !== 'forgot' && !atCopies && (
          <UnlockForm
            readDoors={() => readDoors(null)}
            port={passkeyPort}
            now={Date.now}
            onUnlock={wayIn => {
              across.say.clear();
              return attempt('vault.unlock', { wayIn });
            }}
            onForgot={() => go('#forgot')}
            onCopies={() => go('#copies')}
            showsCopies
          />
        )}
        {phase === 'locked' && place.at === 'forgot' && <Forgot sayAcross={across.say} go={go} focusHeading={moved} />}
        {phase === 'damaged' && place.at === 'forgot' && (
          <section className="form panel">
            <PageHeading focused={moved}>{t('forgot.startOver')}</PageHeading>
            <StartOver sayAcross={across.say} go={go} />
            <a href="#copies" className="way-on">
              {t('recovery.title')}
            </a>
          </section>
        )}
        {atCopies && (
          <>
            <Copies
              status={status}
              say={say}
              onOpened={leftOver => sayChanged(across.say, t('recovery.opened'), leftOver)}
              focusHeading={moved}
            />
            <p>
              {phase === 'damaged' ? (
                <a href="#forgot" className="way-on">
                  {t('recovery.startOver')}
                </a>
              ) : (
                <a href="#accounts" className="way-on">
                  {t('forgot.back')}
                </a>
              )}
            </p>
          </>
        )}
      </main>
    </>
  );
}
