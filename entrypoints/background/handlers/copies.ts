// The recovery page's side of the worker. Invariant: looking at copies changes none of them, in whatever state they are.
import { readManaged } from '../../../lib/browser/managed-storage';
import { envelopeStore } from '../../../lib/browser/vault-store';
import { failure, failureFrom } from '../../../lib/messages/failures';
import type { CopyView } from '../../../lib/messages/views';
import type { CopyName } from '../../../lib/model/copy-name';
import { COPY_NAMES } from '../../../lib/model/copy-name';
import { base64Encode } from '../../../lib/shared/base64';
import type { Bytes } from '../../../lib/shared/bytes';
import { err, ok } from '../../../lib/shared/result';
import type { Copy } from '../../../lib/vault/copies';
import { readCopy } from '../../../lib/vault/copies';
import type { Judgement } from '../../../lib/vault/judge-copy';
import { noteExport } from '../history';
import type { Handlers } from '../router';
import { vault } from '../worker';

/** The bytes that lie in a place, whatever they are; null where there are none or they cannot be read. */
async function readRaw(name: CopyName): Promise<Bytes | null> {
  return envelopeStore.read(name).catch(() => null);
}

function stateOf(copy: Copy, judgement: Judgement | null): CopyView['state'] {
  if (judgement !== null) return judgement === 'unproven' || judgement === 'damaged' ? judgement : 'whole';
  if (copy.state === 'empty' || copy.state === 'unreadable') return copy.state;
  return copy.state === 'refused' && copy.failure === 'envelope-newer' ? 'newer' : 'damaged';
}

async function viewCopy(name: CopyName): Promise<CopyView> {
  const copy = await readCopy(envelopeStore, name);
  const raw = await readRaw(name);
  const judgement = copy.state === 'parsed' ? await vault.judge(copy) : null;
  const generation = copy.state === 'parsed' ? copy.envelope.header.generation : null;
  return {
    name,
    state: stateOf(copy, judgement),
    generation,
    savedAtMs: await envelopeStore.savedAtMs(name),
    sizeBytes: raw?.length ?? null,
    use: judgement === 'in-use' || judgement === 'same-save' ? judgement : null,
  };
}

/** Copies of the vault: which there are, their bytes, and opening one of them. */
export const copyHandlers: Pick<Handlers, 'copies.list' | 'copies.export' | 'copies.open' | 'copies.keep-older'> = {
  'copies.list': async () => ok(await Promise.all(COPY_NAMES.map(viewCopy))),
  'copies.export': async ({ name }) => {
    if (!(await readManaged()).exportAllowed) return err([failure('export-not-allowed')]);
    const raw = await readRaw(name);
    if (raw === null) return err([failure('copy-unreadable')]);
    await noteExport();
    return ok({ envelope: base64Encode(raw) });
  },
  'copies.open': async ({ name, wayIn, overNewer }) => {
    const opened = await vault.openCopy(name, wayIn, overNewer ? 'over-newer' : 'leave-newer');
    if (opened.ok) return opened;
    // The way in has opened it by then: it is the bytes that are wrong.
    return err([opened.error === 'vault-damaged' ? failure('copy-damaged') : failureFrom(opened.error)]);
  },
  'copies.keep-older': async () => {
    const kept = await vault.keepOlder();
    return kept.ok ? kept : err([failureFrom(kept.error)]);
  },
};
