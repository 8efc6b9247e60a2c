import type { Page } from 'playwright';
import { tryMessage } from '../../e2e/harness/send-message';
import { parseEnvelope } from '../../lib/crypto/envelope';
import type { CopyName } from '../../lib/model/copy-name';
import { COPY_NAMES } from '../../lib/model/copy-name';
import { base64Decode } from '../../lib/shared/base64';
import type { Bytes } from '../../lib/shared/bytes';
import { hexEncode } from '../../lib/shared/bytes';

/** The bytes in every place that holds a copy and can be read. */
export async function exportCopies(page: Page): Promise<ReadonlyMap<CopyName, Bytes>> {
  const copies = new Map<CopyName, Bytes>();
  for (const name of COPY_NAMES) {
    const reply = await tryMessage(page, 'copies.export', { name });
    const bytes = reply?.ok ? base64Decode(reply.value.envelope) : null;
    if (bytes !== null) copies.set(name, bytes);
  }
  return copies;
}

/** The vaults that copies belong to, by their ids in hexadecimal. Bytes that are no envelope belong to none. */
export function listVaultIds(copies: ReadonlyMap<CopyName, Bytes>): readonly string[] {
  const ids = [...copies.values()].flatMap(bytes => {
    const parsed = parseEnvelope(bytes);
    return parsed.ok ? [hexEncode(parsed.value.header.vaultId)] : [];
  });
  return [...new Set(ids)];
}
