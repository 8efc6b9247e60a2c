import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import { Act } from '../Act';

type Props = {
  /** The button that opens the question. */
  readonly open: string;
  readonly openLook?: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly submit: string;
  readonly submitLook?: string;
  /** What stood in the way, or nothing: then the question closes. */
  readonly onAgree: () => Promise<readonly Failure[]>;
};

/** A button that asks before anything is done, each time anew. */
export function AskFirst({ open, openLook = '', title, children, submit, submitLook = 'primary', onAgree }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // What stood in the way the last time is no answer to this one.
  const [times, setTimes] = useState(0);
  function ask() {
    setTimes(times + 1);
    dialog.current?.showModal();
  }
  async function agree() {
    const failures = await onAgree();
    if (failures.length === 0) dialog.current?.close();
    return failures;
  }
  return (
    <>
      <button type="button" className={openLook} onClick={ask}>
        {open}
      </button>
      <dialog ref={dialog} aria-labelledby={titleId}>
        <div className="form">
          <h2 id={titleId}>{title}</h2>
          {children}
          <div className="row">
            <Act label={submit} look={submitLook} about={String(times)} onAct={agree} />
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              {t('form.cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
