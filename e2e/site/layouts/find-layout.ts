import type { GalleryName } from '../gallery/gallery';
import { galleryNames, isGalleryName } from '../gallery/gallery';
import { serveGalleryLayout } from '../gallery/serve-layout';
import type { Layout } from './layout';
import type { LayoutName } from './registry';
import { isLayoutName, layoutNames, layouts } from './registry';

/** Everything a site can look like: the site's own layouts, and the ones of the gallery, which nobody has seen there. */
export type SiteLayoutName = LayoutName | GalleryName;

/** The names of all of them, the site's own first. */
export const siteLayoutNames: readonly SiteLayoutName[] = [...layoutNames, ...galleryNames];

/** Whether this names one of them. */
export function isSiteLayoutName(name: string): name is SiteLayoutName {
  return isLayoutName(name) || isGalleryName(name);
}

/** The layout of this name. */
export function findLayout(name: SiteLayoutName): Layout {
  return isLayoutName(name) ? layouts[name] : serveGalleryLayout(name);
}
