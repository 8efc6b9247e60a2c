import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { AccountView } from '../lib/messages/views';

type Chooser = {
  readonly within: RefObject<HTMLElement | null>;
  /** What there is to choose from, in the order in which it is shown. */
  readonly shown: readonly AccountView[];
  readonly chosen: AccountView;
  readonly onChoose: (id: string) => void;
  readonly onEnter: () => void;
};

/** Where a key leads to from one place of a list, or null where the key has nothing to do with it. */
export function placeAfterKey(key: string, place: number, count: number): number | null {
  if (key === 'ArrowDown') return (place + 1) % count;
  if (key === 'ArrowUp') return (place - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const digit = /^[1-9]$/u.test(key) ? Number(key) - 1 : count;
  return digit < count ? digit : null;
}

/** What has the focus; null for any other field of the panel, such as one for a recovery code: its keys are its own. */
function kindOf(target: EventTarget | null): 'choice' | 'search' | 'button' | null {
  if (target instanceof HTMLButtonElement) return 'button';
  if (!(target instanceof HTMLInputElement)) return null;
  if (target.type === 'radio') return 'choice';
  return target.type === 'search' ? 'search' : null;
}

/** Does what a key is for, and says whether there was something. */
function takeKey(
  key: string,
  panel: HTMLElement,
  { shown, chosen, onChoose, onEnter }: Chooser,
  kind: string,
): boolean {
  // A button does of itself what it is there for.
  if (key === 'Enter' && kind !== 'button') {
    onEnter();
    return true;
  }
  if (kind === 'search' && !key.startsWith('Arrow')) return false;
  const from = shown.findIndex(({ id }) => id === chosen.id);
  const place = placeAfterKey(key, from, shown.length);
  const next = place === null ? undefined : shown[place];
  if (place === null || next === undefined) {
    // The letter itself arrives where the focus is by then.
    if (key.length === 1 && key !== ' ') panel.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
    return false;
  }
  onChoose(next.id);
  panel.querySelectorAll<HTMLInputElement>('input[type="radio"]')[place]?.focus();
  return true;
}

/**
 * The keys of a chooser: arrows, Home and End and the number keys choose, from the button that uses the choice as well;
 * Enter uses it. In a search field only the arrows and Enter are the chooser's; typing elsewhere goes on in that field.
 */
export function useChooserKeys(chooser: Chooser): void {
  const latest = useRef(chooser);
  useEffect(() => {
    latest.current = chooser;
  });
  const { within } = chooser;
  useEffect(() => {
    const panel = within.current;
    if (panel === null) return;
    function take(event: KeyboardEvent): void {
      const kind = kindOf(event.target);
      if (panel === null || kind === null || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (takeKey(event.key, panel, latest.current, kind)) event.preventDefault();
    }
    panel.addEventListener('keydown', take);
    return () => panel.removeEventListener('keydown', take);
  }, [within]);
}
