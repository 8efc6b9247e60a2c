// The recovery page's side of the worker. Invariant: looking at copies changes none of them, in whatever state they are.
import { envelopeStore } from '../../../lib/browser/vault-store';
import { failure, failureFrom } from '../../../lib/messages/failures';
import type { CopyView } from '../../../lib/messages/views';
import type { CopyName } from '../../../lib/model/copy-name';
import { COPY_NAMES } from '../../../lib/model/copy-name';
import { base64Encode } from '../../../lib/shared/base64';
import type { Bytes } from '../../../lib/shared/bytes';
import { equalBytes } from '../../../lib/shared/bytes';
import { err, ok } from '../../../lib/shared/result';
import type { Copy } from '../../../lib/vault/copies';
import { readCopy } from '../../../lib/vault/copies';
import type { Handlers } from '../router';
import { vault } from '../worker';

/** The bytes that lie in a place, whatever they are; null where there are none or they cannot be read. */
async function readRaw(name: CopyName): Promise<Bytes | null> {
  return envelopeStore.read(name).catch(() => null);
}

function stateOf(copy: Copy): CopyView['state'] {
  if (copy.state === 'parsed') return 'whole';
  if (copy.state !== 'refused') return copy.state;
  return copy.failure === 'envelope-newer' ? 'newer' : 'damaged';
}

/** Whether a copy is the very save that is open: of that vault, under that number. */
async function isOpen(copy: Copy): Promise<boolean> {
  const vaultId = await vault.vaultId();
  if (copy.state !== 'parsed' || vaultId === null) return false;
  const { header } = copy.envelope;
  return header.generation === vault.generation() && equalBytes(header.vaultId, vaultId);
}

async function viewCopy(name: CopyName): Promise<CopyView> {
  const copy = await readCopy(envelopeStore, name);
  const raw = await readRaw(name);
  const generation = copy.state === 'parsed' ? copy.envelope.header.generation : null;
  return {
    name,
    state: stateOf(copy),
    generation,
    savedAtMs: await envelopeStore.savedAtMs(name),
    sizeBytes: raw?.length ?? null,
    isOpen: await isOpen(copy),
  };
}

/** Copies of the vault: which there are, their bytes, and opening one of them. */
export const copyHandlers: Pick<Handlers, 'copies.list' | 'copies.export' | 'copies.open' | 'copies.keep-older'> = {
  'copies.list': async () => ok(await Promise.all(COPY_NAMES.map(viewCopy))),
  'copies.export': async ({ name }) => {
    const raw = await readRaw(name);
    return raw === null ? err([failure('copy-unreadable')]) : ok({ envelope: base64Encode(raw) });
  },
  'copies.open': async ({ name, wayIn, overNewer }) => {
    const opened = await vault.openCopy(name, wayIn, overNewer ? 'over-newer' : 'leave-newer');
    return opened.ok ? opened : err([failureFrom(opened.error)]);
  },
  'copies.keep-older': async () => {
    const kept = await vault.keepOlder();
    return kept.ok ? kept : err([failureFrom(kept.error)]);
  },
};
