import type { Failure } from '../messages/failures';
import { failure } from '../messages/failures';
import type { Reply } from '../messages/protocol';
import type { CopyView } from '../messages/views';
import { base64Decode } from '../shared/base64';
import { localDateOf } from '../shared/local-date';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { send } from './messaging';
import { saveFile } from './save-file';

/** The files that copies were saved to, and what kept others from it. */
export type SavedFiles = { readonly names: readonly string[]; readonly failures: readonly Failure[] };

/** What a page can ask about the copies of the vault without changing any. */
export type CopiesPort = {
  list(): Promise<Reply<'copies.list'>>;
  /** Has the browser save a copy, sealed as it lies there; gives the name of the file. */
  saveToFile(copy: CopyView): Promise<Result<string, readonly Failure[]>>;
  /** The same for every copy that there is now, but each content once: of copies that do not differ, the first. */
  saveAllToFiles(): Promise<SavedFiles>;
};

/** `latchkey-copy-a-2026-11-23.latchkey`: the place of a copy and the day of its save, or today where that is unknown. */
export function fileNameOf({ name, savedAtMs }: CopyView, nowMs: number): string {
  return `latchkey-copy-${name}-${localDateOf(new Date(savedAtMs ?? nowMs))}.latchkey`;
}

/** A copy in base64, as it lies there. Where it has gone since it was listed, that is a failure. */
async function readEnvelope({ name }: CopyView): Promise<Reply<'copies.export'>> {
  return send('copies.export', { name });
}

/** Hands the browser a file; false where what came is no base64. */
function saveEnvelope(fileName: string, envelope: string): boolean {
  const bytes = base64Decode(envelope);
  if (bytes === null) return false;
  saveFile(fileName, bytes);
  return true;
}

/** The copies that the real worker knows of. */
export const copiesPort: CopiesPort = {
  list: () => send('copies.list', {}),
  async saveToFile(copy) {
    const reply = await readEnvelope(copy);
    if (!reply.ok) return reply;
    const fileName = fileNameOf(copy, Date.now());
    return saveEnvelope(fileName, reply.value.envelope) ? ok(fileName) : err([failure('copy-unreadable')]);
  },
  async saveAllToFiles() {
    const copies = await send('copies.list', {});
    if (!copies.ok) return { names: [], failures: copies.error };
    const contents = new Map<string, string>();
    const failures: Failure[] = [];
    for (const copy of copies.value) {
      if (copy.sizeBytes === null) continue;
      const reply = await readEnvelope(copy);
      if (!reply.ok) failures.push(...reply.error);
      else if (!contents.has(reply.value.envelope)) contents.set(reply.value.envelope, fileNameOf(copy, Date.now()));
    }
    const names = [...contents].filter(([envelope, name]) => saveEnvelope(name, envelope)).map(([, name]) => name);
    if (names.length < contents.size) failures.push(failure('copy-unreadable'));
    return { names, failures };
  },
};
