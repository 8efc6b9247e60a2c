import { t } from '../../lib/browser/text';
import type { SayAcross } from './Erase';
import { Erase } from './Erase';

type Props = {
  /** Says what outlives this page. */
  readonly sayAcross: SayAcross;
  readonly go: (hash: string) => void;
};

/** For whoever cannot open the vault any more: what is lost, and the way to an empty one. */
export function StartOver({ sayAcross, go }: Props) {
  return (
    <>
      <p>{t('forgot.lost')}</p>
      <Erase word={t('forgot.word')} revision={0} sayAcross={sayAcross} go={go} />
    </>
  );
}
