import { t } from '../lib/browser/text';
import type { CopyView } from '../lib/messages/views';

const PLACES: Readonly<Record<CopyView['name'], () => string>> = {
  a: () => t('recovery.first'),
  b: () => t('recovery.second'),
  'spare-1': () => t('recovery.spare', [1]),
  'spare-2': () => t('recovery.spare', [2]),
  'spare-3': () => t('recovery.spare', [3]),
};

const STATES: Readonly<Record<CopyView['state'], () => string>> = {
  whole: () => t('recovery.whole'),
  unproven: () => t('recovery.unproven'),
  newer: () => t('recovery.newer'),
  damaged: () => t('recovery.damaged'),
  unreadable: () => t('recovery.unreadable'),
  empty: () => t('recovery.empty'),
};

/** Where a copy lies. */
export function placeWords({ name }: CopyView): string {
  return PLACES[name]();
}

/** How a copy was found. */
export function stateWords({ state }: CopyView): string {
  return STATES[state]();
}

/** A size in kilobytes, or in bytes where it is less than one. */
export function sizeWords(bytes: number): string {
  const isSmall = bytes < 1_000;
  const unit = isSmall ? 'byte' : 'kilobyte';
  const format = { style: 'unit', unit, unitDisplay: isSmall ? 'long' : 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(undefined, format).format(isSmall ? bytes : bytes / 1_000);
}

/** Whether there are bytes of it to save. */
export function hasBytes({ state }: CopyView): boolean {
  return state !== 'empty' && state !== 'unreadable';
}

/** Tells one save in one place from whatever is written there later. */
export function saveKeyOf({ name, generation, savedAtMs }: CopyView): string {
  return [name, generation, savedAtMs].join(' ');
}

/** Whether it reads as a vault of this version, so that it may be opened. */
export function isOpenable({ state }: CopyView): boolean {
  return state === 'whole' || state === 'unproven';
}

/** The highest save number among copies that may be opened; null where there is none. */
export function newestNumber(copies: readonly CopyView[]): number | null {
  const numbers = copies.filter(isOpenable).flatMap(({ generation }) => generation ?? []);
  return numbers.length === 0 ? null : Math.max(...numbers);
}
