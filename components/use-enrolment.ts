import { useEffect, useState } from 'react';
import type { EnrolmentView } from '../lib/messages/enrolment-views';

/** What the tab in front can give or take as of the vault's `revision`; null until that is known. */
export function useEnrolment(ask: () => Promise<EnrolmentView | null>, revision: number): EnrolmentView | null {
  const [view, setView] = useState<EnrolmentView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to ask again.
  useEffect(() => {
    let current = true;
    void ask().then(answer => {
      if (current) setView(answer);
    });
    return () => {
      current = false;
    };
  }, [ask, revision]);
  return view;
}
