import { EraseForm } from '../../components/EraseForm';
import { useCopies } from '../../components/use-copies';
import type { Say } from '../../components/use-message';
import { WorkerSilent } from '../../components/WorkerSilent';
import { copiesPort } from '../../lib/browser/copies-port';
import { t } from '../../lib/browser/text';
import { attempt } from '../../lib/browser/vault-port';

type Props = {
  readonly word: string;
  /** The number of the save that is open: another one is another file to save first. */
  readonly revision: number;
  /** Says what outlives this form: erasing takes the page away that it stands on. */
  readonly sayAcross: Say;
  readonly go: (hash: string) => void;
};

/** Takes everything away from this device, once a copy lies in a file. */
export function Erase({ word, revision, sayAcross, go }: Props) {
  const { reading, lookAgain } = useCopies(copiesPort.list, revision);
  if (reading === null) return null;
  if (!reading.ok) return <WorkerSilent failures={reading.error} onRetry={lookAgain} />;
  async function erase() {
    // The page of an open vault closes by this, so what is said next stands on the one that stays.
    await attempt('vault.lock', {});
    sayAcross.status(t('erase.underWay'));
    const failures = await attempt('vault.erase', {});
    if (failures.length > 0) sayAcross.failures(failures);
    else {
      sayAcross.status(t('erase.done'));
      go('#accounts');
    }
    return [];
  }
  return <EraseForm word={word} copies={reading.value} onSave={copiesPort.saveToFile} onErase={erase} />;
}
