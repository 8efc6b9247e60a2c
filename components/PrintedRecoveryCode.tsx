import { createPortal } from 'react-dom';
import { t } from '../lib/browser/text';
import type { LocalDate } from '../lib/shared/local-date';
import { RecoveryCodeGroups } from './RecoveryCodeGroups';

type Props = { readonly opens: string; readonly groups: readonly string[]; readonly today: LocalDate };

/** What comes out of the printer, and it alone: on the screen it is not there (ways-in.css). */
export function PrintedRecoveryCode({ opens, groups, today }: Props) {
  const page = (
    <article className="printed">
      <h1>{t('recoveryCode.printTitle')}</h1>
      <RecoveryCodeGroups groups={groups} />
      <dl>
        <dt>{t('recoveryCode.printOpens')}</dt>
        <dd>{opens}</dd>
        <dt>{t('recoveryCode.printMade')}</dt>
        <dd>{today}</dd>
      </dl>
      <p>{t('recoveryCode.printKeep')}</p>
    </article>
  );
  return createPortal(page, document.body);
}
