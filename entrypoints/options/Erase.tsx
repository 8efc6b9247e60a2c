import { EraseForm } from '../../components/EraseForm';
import { useAnswer } from '../../components/use-answer';
import type { Say } from '../../components/use-message';
import { WorkerSilent } from '../../components/WorkerSilent';
import { copiesPort } from '../../lib/browser/copies-port';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';

/** Says what outlives a page: erasing takes the page away that it was asked for on. */
export type SayAcross = Say & {
  /** Everything is being erased, or that has ended. */
  readonly erasing: (isUnderWay: boolean) => void;
};

type Props = {
  readonly word: string;
  /** The number of the save that is open: another one is another file to save first. */
  readonly revision: number;
  readonly sayAcross: SayAcross;
  readonly go: (hash: string) => void;
};

/** Takes everything away from this device, once the copies lie in files. */
export function Erase({ word, revision, sayAcross, go }: Props) {
  const [reading, lookAgain] = useAnswer(copiesPort.list, revision);
  if (reading === null) return null;
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={lookAgain} />;
  async function erase(savedAs: readonly string[]) {
    sayAcross.clear();
    sayAcross.erasing(true);
    const locking = await attempt('vault.lock', {});
    const failures = locking.length > 0 ? locking : await attempt('vault.erase', {});
    if (failures.length > 0) sayAcross.failures(failures);
    else {
      const kept = t('erase.kept', savedAs.length, [String(savedAs.length), savedAs.join(', ')]);
      sayAcross.status([t('erase.done'), ...(savedAs.length === 0 ? [] : [kept])].join(' '));
      go('#accounts');
    }
    sayAcross.erasing(false);
    return [];
  }
  // Another save is another file to have: what was saved before it does not count any more.
  return (
    <EraseForm key={revision} word={word} copies={reading.value} onSave={copiesPort.saveAllToFiles} onErase={erase} />
  );
}
