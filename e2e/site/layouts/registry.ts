import { april } from './april';
import { documented } from './documented';
import { documentedPages } from './documented-pages';
import type { Layout } from './layout';
import { today } from './today';

/** Every layout by the name that tests and `--layout` use. A new layout is one file here and one row below. */
export const layouts = {
  documented,
  'documented-pages': documentedPages,
  today,
  april,
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

/** The names of all layouts. */
export const layoutNames: readonly LayoutName[] = Object.keys(layouts).filter(isLayoutName);

/** Whether this names a layout. */
export function isLayoutName(name: string): name is LayoutName {
  return Object.hasOwn(layouts, name);
}
