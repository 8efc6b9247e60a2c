// Passkey-held accounts. Invariants: what a passkey holds takes its touch or its own recovery code, and no way into the
// vault; every change of what opens it is done in every copy before it is called done.
import { failure, failureFrom } from '../../../lib/messages/failures';
import type { Reply } from '../../../lib/messages/protocol';
import type { HeldView } from '../../../lib/messages/views';
import type { HeldKey } from '../../../lib/model/held';
import { err, ok } from '../../../lib/shared/result';
import type { AccountFailure } from '../../../lib/vault/accounts';
import type { HeldFailure, HeldKeyFailure } from '../../../lib/vault/held';
import { holdAccount, releaseAccount } from '../../../lib/vault/held';
import {
  addHeldPasskey,
  removeHeldPasskey,
  replaceHeldRecovery,
  setKeepOpen,
  setUpHeld,
} from '../../../lib/vault/held-passkeys';
import type { WayIn } from '../../../lib/vault/slots';
import type { AddFailure, RemoveFailure, Rewrite } from '../../../lib/vault/ways-in';
import { forgetOldDrafts } from '../drafts';
import { dropHeldKey, findHeldKey, withHeldKey, withHolding } from '../held-key';
import { leaveNoTrace } from '../leave-no-trace';
import type { Handlers } from '../router';
import { readSkew } from '../site-clock';
import { viewCodes } from '../view-codes';
import { withBody } from '../with-body';
import { publishStatus, vault } from '../worker';

type ChangeFailure = HeldFailure | HeldKeyFailure | AccountFailure | AddFailure | RemoveFailure;

async function change(proof: WayIn | null, make: Rewrite<ChangeFailure>): Promise<Reply<'held.hold'>> {
  const changed = await vault.rewrite(proof, make);
  return changed.ok ? changed : err([failureFrom(changed.error)]);
}

/**
 * Has a passkey take an authenticator over. Forms that wait with it in them go before the disk is seen to, and success is
 * said after that: nothing that opens with the vault's own ways in has it any more.
 */
function takeIntoKeeping(hold: () => Promise<Reply<'held.hold'>>): Promise<Reply<'held.hold'>> {
  const holdAndTidy = async () => {
    const held = await hold();
    await forgetOldDrafts().catch(() => undefined);
    return held;
  };
  return leaveNoTrace(holdAndTidy, { waits: true });
}

function viewHeld({ passkeys, keepOpenMinutes }: HeldKey): HeldView {
  return {
    passkeys: passkeys.map(({ wrapId, name, credentialId, prfInput }) => ({ wrapId, name, credentialId, prfInput })),
    keepOpenMinutes,
  };
}

/** What passkeys hold: the accounts' coming and going, the codes, and what opens them. */
export const heldHandlers: Pick<
  Handlers,
  | 'held.read'
  | 'held.set-up'
  | 'held.hold'
  | 'held.release'
  | 'held.open'
  | 'held.close'
  | 'held.code'
  | 'held.add-passkey'
  | 'held.remove-passkey'
  | 'held.set-recovery-code'
  | 'held.set-keep-open'
> = {
  'held.read': () => withBody(({ held }) => ok(held && viewHeld(held))),

  'held.set-up': ({ proof, accountId, name, passkey, recoveryCode }) =>
    takeIntoKeeping(async () => {
      const set = await change(proof, setUpHeld(accountId, { ...passkey, name }, recoveryCode));
      // A key that was kept from an earlier time opens nothing any more.
      await dropHeldKey();
      return set;
    }),

  'held.hold': ({ accountId, touch }) =>
    takeIntoKeeping(() => change(null, holdAccount(accountId, findHeldKey(touch)))),

  'held.release': ({ accountId, touch }) => change(null, releaseAccount(accountId, findHeldKey(touch))),

  'held.open': ({ touch }) => withHeldKey(touch, () => ok(null)),

  'held.close': async () => {
    await dropHeldKey();
    await publishStatus();
    return ok(null);
  },

  'held.code': async ({ accountId, touch }) => {
    const skew = await readSkew(Date.now());
    return withHolding(accountId, touch, ({ authenticator }) => {
      if (authenticator === null) return err([failure('held-nothing')]);
      // One touch, one code: the next one is made by the next touch.
      return ok({ ...viewCodes(accountId, authenticator, Date.now(), skew), next: '' });
    });
  },

  'held.add-passkey': ({ proof, touch, name, passkey }) =>
    change(proof, addHeldPasskey(passkey, name, findHeldKey(touch))),

  'held.remove-passkey': ({ proof, wrapId }) =>
    leaveNoTrace(() => change(proof, removeHeldPasskey(wrapId)), { waits: false }),

  'held.set-recovery-code': ({ proof, touch, code }) =>
    leaveNoTrace(() => change(proof, replaceHeldRecovery(code, findHeldKey(touch))), { waits: false }),

  'held.set-keep-open': async ({ touch, minutes }) => {
    const set = await change(null, setKeepOpen(minutes, findHeldKey(touch)));
    // What was kept under the earlier setting must not outlast a shorter one.
    await dropHeldKey();
    return set;
  },
};
