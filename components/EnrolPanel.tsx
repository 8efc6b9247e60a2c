import type { EnrolPort } from '../lib/browser/enrol-port';
import type { EnrolmentView } from '../lib/messages/enrolment-views';
import type { AccountView } from '../lib/messages/views';
import type { TouchWorld } from './EnrolAct';
import { EnrolBackup } from './EnrolBackup';
import { EnrolKey } from './EnrolKey';
import { EnrolSetup } from './EnrolSetup';
import { EnrolWaiting } from './EnrolWaiting';
import type { Say } from './use-message';

type Props = {
  readonly accounts: readonly AccountView[];
  /** What the page in front can give; null until that is known. */
  readonly view: EnrolmentView | null;
  readonly touch: TouchWorld;
  readonly port: EnrolPort;
  readonly say: Say;
};

type PageProps = Props & { readonly view: EnrolmentView };

function EnrolPage({ view: { page, savedTo }, accounts, touch, port, say }: PageProps) {
  const shared = { accounts, port, say };
  const saved = accounts.find(({ id }) => id === savedTo) ?? null;
  if (page === 'setup') return <EnrolSetup {...shared} touch={touch} saved={saved} />;
  if (page === 'keys') return <EnrolKey {...shared} />;
  return page === 'backup' && <EnrolBackup {...shared} touch={touch} />;
}

/** What the page in front can give, or asks for besides a sign-in, and what is still to be fetched from one. */
export function EnrolPanel({ view, ...props }: Props) {
  if (view === null) return null;
  const { accounts, port, say } = props;
  const others = accounts.filter(({ id }) => id !== view.savedTo);
  return (
    <>
      {view.page !== null && (view.page !== 'keys' || accounts.length > 0) && (
        <section className="sign-in enrol">
          <EnrolPage {...props} view={view} />
        </section>
      )}
      <EnrolWaiting accounts={others} port={port} say={say} />
    </>
  );
}
