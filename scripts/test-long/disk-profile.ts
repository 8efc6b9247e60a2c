// Profiles that are damaged again and again: each with everything that its vault has ever written.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { launchLatchkey } from '../../e2e/harness/launch';
import { makeVault } from '../../e2e/harness/make-vault';
import { sendMessage } from '../../e2e/harness/send-message';
import { waitUntil } from '../../e2e/harness/wait';
import { writeLocal } from '../../e2e/harness/write-state';
import { KDF_DEFAULT } from '../../lib/crypto/kdf';
import type { CopyName } from '../../lib/model/copy-name';
import { base64Encode } from '../../lib/shared/base64';
import type { Bytes } from '../../lib/shared/bytes';
import { equalBytes, utf8Encode } from '../../lib/shared/bytes';
import { openPage, readNumbers, saveNumber, unlock } from './numbered-saves';
import { exportCopies } from './stored-copies';

export type DiskProfile = {
  readonly folder: string;
  /** Every envelope that was ever stored. */
  readonly written: readonly Bytes[];
  /** What lies in each place at the end. */
  readonly copies: ReadonlyMap<CopyName, Bytes>;
  readonly accountCount: number;
  readonly lastNumber: number;
  /** The folders in which Chromium keeps storage.local and IndexedDB, by what is printed of them; from the profile's own. */
  readonly stores: Readonly<Record<'local' | 'indexed', readonly string[]>>;
};

/** Makes a profile whose vault has been saved so many times; the browser is closed in good order. */
export async function makeDiskProfile(folder: string, accountCount: number, saves: number): Promise<DiskProfile> {
  const latchkey = await launchLatchkey({ site: null, headless: true, profile: folder });
  try {
    await writeLocal(latchkey, { 'vault.a': base64Encode(await makeVault({ kdf: KDF_DEFAULT, accountCount })) });
    const page = await openPage(latchkey);
    const written: Bytes[] = [];
    const note = async () => {
      for (const bytes of (await exportCopies(page)).values()) {
        if (!written.some(known => equalBytes(known, bytes))) written.push(bytes);
      }
    };
    await note();
    await unlock(page);
    const [id = ''] = (await readNumbers(page)).keys();
    for (let number = 1; number <= saves; number++) {
      await saveNumber(page, id, number);
      await note();
    }
    // A save is done before its spare copy is.
    await waitUntil('the last spare copy', async () => {
      const places = await sendMessage({ page }, 'copies.list', {});
      const newest = Math.max(...places.map(({ generation }) => generation ?? 0));
      return places.some(({ name, generation }) => name.startsWith('spare') && generation === newest);
    });
    const copies = await exportCopies(page);
    const origin = path.join('Default', 'IndexedDB', `chrome-extension_${latchkey.extensionId}_0.indexeddb`);
    const indexed = [`${origin}.leveldb`, `${origin}.blob`];
    const local = [path.join('Default', 'Local Extension Settings', latchkey.extensionId)];
    return { folder, written, copies, accountCount, lastNumber: saves, stores: { local, indexed } };
  } finally {
    await latchkey.close();
  }
}

/** The folders of a store that there are. */
export function foldersOf({ folder, stores }: DiskProfile, store: keyof DiskProfile['stores']): readonly string[] {
  return stores[store].filter(name => existsSync(path.join(folder, name)));
}

/** How many of a thousand bytes a damage may have changed of what was written. */
const WORN_PER_MILLE = 5;

function isWornFrom(bytes: Bytes, written: Bytes): boolean {
  if (bytes.length !== written.length) return false;
  const changed = bytes.reduce((count, byte, place) => count + (byte === written[place] ? 0 : 1), 0);
  return changed * 1_000 <= bytes.length * WORN_PER_MILLE;
}

/** Whether bytes were written by a save, but for what a damage may have done to them: also as base64, as they lie there. */
export function wasWritten({ written }: DiskProfile, bytes: Bytes): boolean {
  return written.some(known => isWornFrom(bytes, known) || isWornFrom(bytes, utf8Encode(base64Encode(known))));
}
