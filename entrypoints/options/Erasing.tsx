import { Brand } from '../../components/Brand';
import { PageHeading } from '../../components/PageHeading';
import { t } from '../../lib/browser/text';

/** All there is to see while everything is being erased: nothing on the page may be begun meanwhile. */
export function Erasing() {
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className="narrow">
        <PageHeading focused>{t('erase.underWay')}</PageHeading>
      </main>
    </>
  );
}
