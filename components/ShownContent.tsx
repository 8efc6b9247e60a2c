import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { t } from '../lib/browser/text';

type Props = {
  /** Calls back once decrypted content may be shown, and counts this page as showing some until the signal aborts. */
  readonly hold: (onHeld: () => void, signal: AbortSignal) => void;
  readonly children: ReactNode;
};

/** Where a page shows what was decrypted: nothing of it before it may, and counted as shown until it has left the document. */
export function ShownContent({ hold, children }: Props) {
  const [held, setHeld] = useState(false);
  // Not a layout effect: those are cleaned up while what they belong to is still in the document.
  useEffect(() => {
    const showing = new AbortController();
    hold(() => setHeld(true), showing.signal);
    return () => showing.abort();
  }, [hold]);
  return held ? children : <p className="hint loading">{t('page.loading')}</p>;
}
