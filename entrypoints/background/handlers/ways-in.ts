// Invariant: every change of a way in shows one anew first, and is done in every copy before it is called done.
import { failure, failureFrom } from '../../../lib/messages/failures';
import type { Reply } from '../../../lib/messages/protocol';
import type { PasskeyChoice } from '../../../lib/messages/views';
import { isTooShort } from '../../../lib/model/password-length';
import { base64Encode } from '../../../lib/shared/base64';
import { hexEncode } from '../../../lib/shared/bytes';
import { err, ok } from '../../../lib/shared/result';
import type { WayIn } from '../../../lib/vault/slots';
import type { AddFailure, RemoveFailure, Rewrite } from '../../../lib/vault/ways-in';
import {
  addPasskey,
  removeWayIn,
  renameWayIn,
  renewVaultKey,
  replacePassword,
  replaceRecoveryCode,
} from '../../../lib/vault/ways-in';
import { keepDraftsAcross } from '../drafts';
import { keepHistoryAcross } from '../history';
import { leaveNoTrace } from '../leave-no-trace';
import type { Handlers } from '../router';
import { vault } from '../worker';

type Slots = Awaited<ReturnType<typeof vault.slots>>;

/** What a page asks a passkey for, by the id of its way in. */
function listChoices(slots: Slots): ReadonlyMap<string, PasskeyChoice> {
  return new Map(
    slots.flatMap(({ slotId, parameters }) => {
      if (parameters.type !== 'passkey') return [];
      const { credentialId, prfInput } = parameters;
      return [
        [hexEncode(slotId), { credentialId: base64Encode(credentialId), prfInput: base64Encode(prfInput) }] as const,
      ];
    }),
  );
}

async function change(proof: WayIn, make: Rewrite<AddFailure | RemoveFailure>): Promise<Reply<'ways-in.remove'>> {
  const changed = await vault.rewrite(proof, make);
  return changed.ok ? changed : err([failureFrom(changed.error)]);
}

/** The ways into the vault: what there are, and their coming and going. */
export const waysInHandlers: Pick<
  Handlers,
  | 'ways-in.doors'
  | 'ways-in.list'
  | 'ways-in.change-password'
  | 'ways-in.add-passkey'
  | 'ways-in.set-recovery-code'
  | 'ways-in.rename'
  | 'ways-in.remove'
  | 'ways-in.renew-key'
> = {
  'ways-in.doors': async ({ copy }) => {
    const slots = await vault.slots(copy);
    const passkeys = [...listChoices(slots).values()];
    return ok({ passkeys, hasRecoveryCode: slots.some(({ parameters }) => parameters.type === 'recovery') });
  },
  'ways-in.list': async () => {
    const entries = await vault.waysIn();
    if (!entries.ok) return err([failure(entries.error)]);
    const choices = listChoices(await vault.slots(null));
    return ok(entries.value.map(entry => ({ ...entry, choice: choices.get(entry.id) ?? null })));
  },
  'ways-in.change-password': async ({ proof, next }) => {
    if (isTooShort(next)) return err([failure('password-too-short')]);
    return leaveNoTrace(() => change(proof, replacePassword(next)), { waits: false });
  },
  'ways-in.add-passkey': ({ proof, name, passkey }) => change(proof, addPasskey(passkey, name)),
  'ways-in.set-recovery-code': ({ proof, code }) =>
    leaveNoTrace(() => change(proof, replaceRecoveryCode(code)), { waits: false }),
  'ways-in.rename': async ({ id, name }) => {
    const renamed = await vault.update(body => renameWayIn(body, id, name));
    return renamed.ok ? ok(null) : err([failure(renamed.error)]);
  },
  'ways-in.remove': ({ proof, id }) => leaveNoTrace(() => change(proof, removeWayIn(id)), { waits: false }),
  'ways-in.renew-key': async ({ proof, ...renewal }) => {
    if (isTooShort(renewal.password)) return err([failure('password-too-short')]);
    return leaveNoTrace(() => keepHistoryAcross(() => keepDraftsAcross(() => change(proof, renewVaultKey(renewal)))), {
      waits: false,
    });
  },
};
