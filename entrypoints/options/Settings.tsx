import { useState } from 'react';
import { answerOrSay } from '../../components/answer-or-say';
import { ClipboardSetting } from '../../components/ClipboardSetting';
import { PageHeading } from '../../components/PageHeading';
import { PolicyForm } from '../../components/PolicyForm';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { mayReadClipboard, requestClipboardRead } from '../../lib/browser/clipboard-permission';
import { send } from '../../lib/browser/messaging';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import type { SayAcross } from './Erase';
import { Erase } from './Erase';
import { HeldAccounts } from './HeldAccounts';
import { SignInSettings } from './SignInSettings';
import { WaysInSettings } from './WaysInSettings';

type Props = {
  readonly say: Say;
  /** Rises with every change of the vault. */
  readonly revision: number;
  readonly heldUntilMs: number | null;
  readonly focusHeading: boolean;
  /** Says what is to be read once the vault is gone. */
  readonly sayAcross: SayAcross;
  readonly onCopies: () => void;
  readonly go: (hash: string) => void;
};

/** What can be set, each part in a form of its own. */
export function Settings({ say, revision, heldUntilMs, focusHeading, sayAcross, onCopies, go }: Props) {
  // Read once, when the settings are opened: a form keeps what is typed into it whatever another window saves.
  const [policy] = useAnswer(() => answerOrSay(send('policy.read', {}), say));
  const [managed] = useAnswer(() => answerOrSay(send('policy.managed', {}), say));
  const [mayClear] = useAnswer(mayReadClipboard);
  // A new vault key is made step by step, and nothing else meanwhile.
  const [areSteps, setSteps] = useState(false);
  return (
    <>
      <PageHeading focused={focusHeading}>{t('page.settings')}</PageHeading>
      <div className="beside" hidden={areSteps}>
        {policy && managed && (
          <PolicyForm
            policy={policy}
            managed={managed}
            onSave={({ signInMode: _, ...next }) => attempt('policy.save', next)}
            onDone={() => say.status(t('settings.saved'))}
          />
        )}
        <SignInSettings say={say} revision={revision} />
        {mayClear !== null && <ClipboardSetting allowed={mayClear} onAllow={requestClipboardRead} />}
      </div>
      <WaysInSettings say={say} revision={revision} onSteps={setSteps} />
      <div className="beside" hidden={areSteps}>
        <HeldAccounts say={say} revision={revision} heldUntilMs={heldUntilMs} />
        <section className="form panel">
          <h2>{t('recovery.title')}</h2>
          <p>{t('recovery.text')}</p>
          <button type="button" onClick={onCopies}>
            {t('recovery.look')}
          </button>
        </section>
        <section className="form panel">
          <h2>{t('erase.title')}</h2>
          <p>{t('erase.text')}</p>
          <Erase word={t('erase.everything')} revision={revision} sayAcross={sayAcross} go={go} />
        </section>
      </div>
    </>
  );
}
