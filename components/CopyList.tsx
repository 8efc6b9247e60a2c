import { useState } from 'react';
import type { CopiesPort } from '../lib/browser/copies-port';
import type { ReadDoors } from '../lib/browser/doors';
import type { PasskeyPort, Proof } from '../lib/browser/passkey-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import { CopyActs } from './CopyActs';
import { CopyCard } from './CopyCard';
import { hasBytes, isOpenable, newestNumber, saveKeyOf } from './copy-words';
import { OpenCopyForm } from './OpenCopyForm';
import type { OnChanged } from './settle-change';
import type { Say } from './use-message';

type Props = {
  readonly copies: readonly CopyView[];
  readonly port: Pick<CopiesPort, 'saveToFile'> & Pick<PasskeyPort, 'prove'> & { readonly readDoors: ReadDoors };
  readonly now: () => number;
  readonly say: Say;
  readonly onOpen: (copy: CopyView, proof: Proof, overNewer: boolean) => Promise<readonly Failure[]>;
  /** The copy has become the vault, which is unlocked now. */
  readonly onOpened: OnChanged;
};

/** Every place in which a copy of the vault may lie. One copy at a time is being opened. */
export function CopyList({ port, now, say, onOpen, onOpened, ...found }: Props) {
  // What a failed opening has shown stays known for as long as the page stands.
  const [foundDamaged, setFoundDamaged] = useState<ReadonlySet<string>>(new Set());
  const copies = found.copies.map(copy =>
    foundDamaged.has(saveKeyOf(copy)) ? { ...copy, state: 'damaged' as const } : copy,
  );
  const newest = newestNumber(copies);
  const [opening, setOpening] = useState<CopyView['name'] | null>(null);
  const [left, setLeft] = useState<CopyView['name'] | null>(null);
  const someAreDamaged = copies.some(copy => !isOpenable(copy) && hasBytes(copy));

  async function save(copy: CopyView) {
    const saved = await port.saveToFile(copy);
    if (saved.ok) say.status(t('recovery.saved', [saved.value]));
    else say.failures(saved.error);
  }
  async function open(copy: CopyView, proof: Proof, overNewer: boolean) {
    const failures = await onOpen(copy, proof, overNewer);
    if (failures.some(({ code }) => code === 'copy-damaged')) {
      setFoundDamaged(known => new Set(known).add(saveKeyOf(copy)));
    }
    return failures;
  }
  function stopOpening() {
    setLeft(opening);
    setOpening(null);
  }
  const actsOf = (copy: CopyView) =>
    hasBytes(copy) && (
      <CopyActs
        onSave={() => void save(copy)}
        onOpen={isOpenable(copy) && copy.use === null ? () => setOpening(copy.name) : undefined}
        focusOpen={left === copy.name}
      />
    );
  return (
    <ul className="cards">
      {copies.map(copy => (
        <CopyCard key={copy.name} copy={copy} isNewest={isOpenable(copy) && copy.generation === newest}>
          {opening !== copy.name ? (
            actsOf(copy)
          ) : (
            <OpenCopyForm
              someAreDamaged={someAreDamaged}
              someAreNewer={copies.some(({ state }) => state === 'newer')}
              readDoors={() => port.readDoors(copy.name)}
              port={port}
              now={now}
              onOpen={(proof, overNewer) => open(copy, proof, overNewer)}
              onOpened={onOpened}
              onCancel={stopOpening}
            />
          )}
        </CopyCard>
      ))}
    </ul>
  );
}
