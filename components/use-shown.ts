import { useEffect, useState } from 'react';
import { SECOND_MS } from '../lib/shared/duration';

const HIDE_AFTER_MS = 30 * SECOND_MS;

/** A secret on screen: null until it is asked for, and again half a minute later. */
export function useShown(onReveal: () => Promise<string | null>) {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), HIDE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const toggle = async () => setShown(shown === null ? await onReveal() : null);
  return { shown, toggle };
}
