import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/** Gives an element the focus when it appears, where `wanted`: the one thing a page or form was opened for. */
export function useInitialFocus<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on appearing; later the focus is the person's.
  useLayoutEffect(() => {
    if (wanted) element.current?.focus();
  }, []);
  return element;
}
