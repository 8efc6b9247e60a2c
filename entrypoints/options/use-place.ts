import { useCallback, useEffect, useRef, useState } from 'react';

/** What the full page shows. It stands in the address, so that other pages can lead to it. */
export type Place =
  | { readonly at: 'accounts' | 'add' | 'settings' | 'copies' | 'forgot' }
  | { readonly at: 'edit'; readonly accountId: string }
  | { readonly at: 'rotate'; readonly accountId: string; readonly keyId: string }
  /** All keys, those of one account, or one of them. */
  | { readonly at: 'keys'; readonly accountId: string | null; readonly keyId: string | null };

/** Reads a place off the part of the address behind `#`; anything unknown is the list. */
export function placeOf(hash: string): Place {
  if (hash === '#add') return { at: 'add' };
  if (hash === '#settings') return { at: 'settings' };
  if (hash === '#copies') return { at: 'copies' };
  if (hash === '#forgot') return { at: 'forgot' };
  const keys = /^#keys(?:\/([^/]+)(?:\/([^/]+))?)?$/.exec(hash);
  if (keys !== null) return { at: 'keys', accountId: keys[1] ?? null, keyId: keys[2] ?? null };
  const [, rotated, oldKeyId] = /^#rotate\/([^/]+)\/([^/]+)$/.exec(hash) ?? [];
  if (rotated !== undefined && oldKeyId !== undefined) return { at: 'rotate', accountId: rotated, keyId: oldKeyId };
  const accountId = /^#edit=(.+)$/.exec(hash)?.[1];
  return accountId === undefined ? { at: 'accounts' } : { at: 'edit', accountId };
}

/**
 * The place that the address names, a way to go elsewhere that the Back button undoes, and whether the page has been
 * elsewhere before: only then does the focus have to be brought along. `onNavigate` hears of moves by link or Back.
 */
export function usePlace(onNavigate: () => void) {
  const [hash, setHash] = useState(window.location.hash);
  const [moved, setMoved] = useState(false);
  const gone = useRef(hash);
  useEffect(() => {
    const read = () => {
      const { hash: next } = window.location;
      if (next !== gone.current) onNavigate();
      gone.current = next;
      setHash(next);
      setMoved(true);
    };
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [onNavigate]);
  const go = useCallback((next: string) => {
    gone.current = next;
    window.location.hash = next;
    setHash(next);
    setMoved(true);
  }, []);
  return { place: placeOf(hash), go, moved };
}
