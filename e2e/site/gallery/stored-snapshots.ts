// What the script on the login page saw of each layout, as it told the worker: written by gallery.spec.ts in a browser, so
// that what is decided about it can be checked without one. Stored without what an ordinary element has anyway.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Snapshot, SnapshotControl, SnapshotField } from '../../../lib/signin/snapshot';
import { control, field, page } from '../../../lib/signin/snapshot.testing';
import type { GalleryName } from './gallery';

const FILE = new URL('snapshots.json', import.meta.url);
const PLAIN_FIELD = field({ id: '' });
const PLAIN_CONTROL = control({ id: '' });

type StoredSnapshot = {
  readonly fields: readonly Partial<SnapshotField>[];
  readonly controls: readonly Partial<SnapshotControl>[];
};
type Stored = Partial<Record<GalleryName, readonly StoredSnapshot[]>>;

/** What differs from an ordinary element. The signature is left out: nothing is decided by it. */
function shorten<Element extends object>(element: Element, plain: Element): Partial<Element> {
  const byName = new Map(Object.entries(plain).map(([name, value]) => [name, JSON.stringify(value)]));
  const differing = Object.entries(element).filter(
    ([name, value]) => name !== 'signature' && JSON.stringify(value) !== byName.get(name),
  );
  return Object.fromEntries(differing) as Partial<Element>;
}

function readStored(): Stored {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** What was seen of a layout, in order; empty where nothing was. */
export function readSnapshots(name: GalleryName): readonly Snapshot[] {
  const stored = readStored()[name] ?? [];
  return stored.map(({ fields, controls }) =>
    page(
      fields.map(changes => field({ id: '', ...changes })),
      controls.map(changes => control({ id: '', ...changes })),
    ),
  );
}

/** Stores what was seen of a layout, each look that differs from the one before it. */
export function writeSnapshots(name: GalleryName, snapshots: readonly Snapshot[]): void {
  const lines = snapshots.map(({ fields, controls }) =>
    JSON.stringify({
      fields: fields.map(each => shorten(each, PLAIN_FIELD)),
      controls: controls.map(each => shorten(each, PLAIN_CONTROL)),
    }),
  );
  const distinct = lines.filter((line, index) => line !== lines[index - 1]);
  const all = { ...readStored(), [name]: distinct.map(line => JSON.parse(line)) };
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
