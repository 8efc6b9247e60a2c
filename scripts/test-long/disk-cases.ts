// What is damaged, and in which way: every file of both stores in every way, each store as a whole, and both at once.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CopyName } from '../../lib/model/copy-name';
import { LIVE_NAMES, SPARE_NAMES } from '../../lib/model/copy-name';
import { DAMAGES, listFiles } from './damage';
import type { DiskProfile } from './disk-profile';
import { foldersOf } from './disk-profile';

type Store = keyof DiskProfile['stores'];
type Deed = { readonly name: string; readonly apply: (folder: string) => Promise<void> };

export type DiskCase = {
  readonly name: string;
  readonly profile: DiskProfile;
  /** Damages a copy of the profile, in the folder that is given. */
  readonly damage: (folder: string) => Promise<void>;
  /** The places in the store that is not damaged. */
  readonly untouched: readonly CopyName[];
};

function deletion(profile: DiskProfile, store: Store): Deed {
  const names = foldersOf(profile, store);
  return {
    name: `${store} deleted`,
    async apply(folder) {
      for (const name of names) await rm(path.join(folder, name), { recursive: true });
    },
  };
}

async function listDeeds(profile: DiskProfile, store: Store): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  for (const name of foldersOf(profile, store)) {
    for (const file of await listFiles(path.join(profile.folder, name))) {
      for (const { name: what, apply } of DAMAGES) {
        deeds.push({ name: `${store}/${file} ${what}`, apply: folder => apply(path.join(folder, name, file)) });
      }
    }
  }
  return deeds;
}

/** All cases of a profile, under a title. With the live copies gone, one damage to each file of the spare ones is tried too. */
export async function listCases(profile: DiskProfile, title: string): Promise<readonly DiskCase[]> {
  const make = (untouched: readonly CopyName[], ...deeds: readonly Deed[]): DiskCase => ({
    name: `${title}: ${deeds.map(({ name }) => name).join(' and ')}`,
    profile,
    async damage(folder) {
      for (const { apply } of deeds) await apply(folder);
    },
    untouched,
  });
  const [local, indexed] = [await listDeeds(profile, 'local'), await listDeeds(profile, 'indexed')];
  const [noLocal, noIndexed] = [deletion(profile, 'local'), deletion(profile, 'indexed')];
  return [
    ...[noLocal, ...local].map(deed => make(SPARE_NAMES, deed)),
    ...[noIndexed, ...indexed].map(deed => make(LIVE_NAMES, deed)),
    ...indexed.filter((_, index) => index % DAMAGES.length === 2).map(deed => make([], noLocal, deed)),
    make([], noLocal, noIndexed),
  ];
}
