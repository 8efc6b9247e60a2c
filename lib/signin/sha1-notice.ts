import { SHA1_CONTINUE } from './site';
import type { Snapshot, SnapshotControl } from './snapshot';

/** The one control that goes on from the site's notice about a SHA-1 code, where a page shows it; null elsewhere. */
export function findSha1Continue({ controls }: Snapshot): SnapshotControl | null {
  const [found, ...others] = controls.filter(({ id, visible }) => id === SHA1_CONTINUE.id && visible);
  // It sends no form: what would send one could be a second submit.
  return found?.enabled && !found.submits && others.length === 0 ? found : null;
}
