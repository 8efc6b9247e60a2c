import type { EnrolmentView } from '../lib/messages/enrolment-views';
import { EnrolBackup } from './EnrolBackup';
import { EnrolKey } from './EnrolKey';
import { EnrolSetup } from './EnrolSetup';
import { EnrolWaiting } from './EnrolWaiting';
import type { EnrolWorld } from './enrol-world';

type Props = EnrolWorld & {
  /** What the page in front can give; null until that is known. */
  readonly view: EnrolmentView | null;
};

/** What the page in front can give, or asks for besides a sign-in, and what is still to be fetched from one. */
export function EnrolPanel({ view, ...world }: Props) {
  if (view === null) return null;
  const { page, savedTo, isCodeFilled } = view;
  const { accounts } = world;
  const saved = accounts.find(({ id }) => id === savedTo) ?? null;
  const others = accounts.filter(account => account !== saved);
  return (
    <>
      {page !== null && (page !== 'keys' || accounts.length > 0) && (
        <section className="sign-in enrol">
          {page === 'setup' && <EnrolSetup {...world} saved={saved} isCodeFilled={isCodeFilled} />}
          {page === 'keys' && <EnrolKey {...world} />}
          {page === 'backup' && <EnrolBackup {...world} />}
        </section>
      )}
      <EnrolWaiting {...world} accounts={others} />
    </>
  );
}
