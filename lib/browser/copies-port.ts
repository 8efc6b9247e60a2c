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

/** What a page can ask about the copies of the vault without changing any. */
export type CopiesPort = {
  list(): Promise<Reply<'copies.list'>>;
  /** Has the browser save a copy, sealed as it lies there; gives the name of the file. */
  saveToFile(copy: CopyView): Promise<Result<string, readonly Failure[]>>;
};

/** `latchkey-copy-a-2026-11-23.latchkey`: the place of a copy and the day of its save, or today where that is unknown. */
export function fileNameOf({ name, savedAtMs }: CopyView, nowMs: number): string {
  return `latchkey-copy-${name}-${localDateOf(new Date(savedAtMs ?? nowMs))}.latchkey`;
}

/** The copies that the real worker knows of. */
export const copiesPort: CopiesPort = {
  list: () => send('copies.list', {}),
  async saveToFile(copy) {
    const reply = await send('copies.export', { name: copy.name });
    if (!reply.ok) return reply;
    const bytes = base64Decode(reply.value.envelope);
    if (bytes === null) return err([failure('copy-unreadable')]);
    const fileName = fileNameOf(copy, Date.now());
    saveFile(fileName, bytes);
    return ok(fileName);
  },
};
