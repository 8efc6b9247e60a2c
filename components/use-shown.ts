import { SECOND_MS } from '../lib/shared/duration';
import { useShortLived } from './use-short-lived';

const HIDE_AFTER_MS = 30 * SECOND_MS;

/** A secret on screen: null until it is asked for, and again half a minute later. */
export function useShown(onReveal: () => Promise<string | null>) {
  const [shown, setShown] = useShortLived<string>(HIDE_AFTER_MS);
  const toggle = async () => setShown(shown === null ? await onReveal() : null);
  return { shown, toggle };
}
