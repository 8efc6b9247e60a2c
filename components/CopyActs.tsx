import { t } from '../lib/browser/text';
import { useInitialFocus } from './use-initial-focus';

type Props = {
  readonly onSave: () => void;
  /** Absent where this copy is open already, or is none that this version opens. */
  readonly onOpen: (() => void) | undefined;
  /** Whether the person just left the form that the second button opens. */
  readonly focusOpen: boolean;
};

/** What can be done with one copy. */
export function CopyActs({ onSave, onOpen, focusOpen }: Props) {
  const open = useInitialFocus<HTMLButtonElement>(focusOpen);
  return (
    <div className="row">
      <button type="button" onClick={onSave}>
        {t('recovery.save')}
      </button>
      {onOpen && (
        <button type="button" ref={open} onClick={onOpen}>
          {t('recovery.open')}
        </button>
      )}
    </div>
  );
}
