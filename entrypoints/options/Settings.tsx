import { useEffect, useState } from 'react';
import { ChangePasswordForm } from '../../components/ChangePasswordForm';
import { ClipboardSetting } from '../../components/ClipboardSetting';
import { PageHeading } from '../../components/PageHeading';
import { PolicyForm } from '../../components/PolicyForm';
import type { Say } from '../../components/use-message';
import { mayReadClipboard, requestClipboardRead } from '../../lib/browser/clipboard-permission';
import { send } from '../../lib/browser/messaging';
import { randomBytes } from '../../lib/browser/random';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';
import type { Policy } from '../../lib/model/policy';

type Props = { readonly say: Say; readonly focusHeading: boolean };

/** What can be set, each part in a form of its own. */
export function Settings({ say, focusHeading }: Props) {
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [clipboard, setClipboard] = useState<boolean | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the settings are opened.
  useEffect(() => {
    void mayReadClipboard().then(setClipboard);
    void send('policy.read', {}).then(reply => {
      if (reply.ok) setPolicy(reply.value);
      else say.failures(reply.error);
    });
  }, []);
  return (
    <>
      <PageHeading focused={focusHeading}>{t('page.settings')}</PageHeading>
      {policy && (
        <PolicyForm
          policy={policy}
          onSave={next => attempt('policy.save', next)}
          onDone={() => say.status(t('settings.saved'))}
        />
      )}
      {clipboard !== null && <ClipboardSetting allowed={clipboard} onAllow={requestClipboardRead} />}
      <ChangePasswordForm
        random={randomBytes}
        onChangePassword={(current, next) => attempt('vault.change-password', { current, next })}
        onDone={() => say.status(t('settings.passwordChanged'))}
      />
    </>
  );
}
