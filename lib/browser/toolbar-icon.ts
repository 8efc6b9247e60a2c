import { browser } from 'wxt/browser';
import type { Phase } from '../vault/phase';

/** What the toolbar button shows of itself: a ring that is full where a key is due, and none while locked. */
export type IconName = 'locked' | 'open' | 'due';

/** The icon for how things stand. That a key is due is said locked or not. */
export function iconOf(phase: Phase, dueCount: number): IconName {
  if (dueCount > 0) return 'due';
  return phase === 'locked' ? 'locked' : 'open';
}

const ICON_SIZES = [16, 32] as const;

/** Shows an icon on the toolbar button. */
export async function showIcon(name: IconName): Promise<void> {
  const folder = name === 'open' ? '/icon' : `/icon/${name}`;
  const path = Object.fromEntries(ICON_SIZES.map(size => [size, `${folder}/${size}.png`]));
  await browser.action.setIcon({ path });
}
