// The passkeys and the recovery code that open the held key, and their coming and going. Invariants: one passkey always
// stays; no PRF input stands in the vault twice, so what a touch gives never opens two things.
import type { HeldKey, HeldPasskey } from '../model/held';
import { base64Encode } from '../shared/base64';
import type { Bytes } from '../shared/bytes';
import { wipe } from '../shared/bytes';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { AccountFailure } from './accounts';
import { listAccounts } from './accounts';
import type { VaultBody } from './body';
import type { FindHeldKey, HeldFailure, HeldKeyFailure } from './held';
import { changeWithHeldKey, hold } from './held';
import { makeHeldKey, wrapHeldKey } from './held-key';
import type { AddFailure, RemoveFailure, Rewrite, Rewriting, Rewritten, TouchedPasskey } from './ways-in';
import { isPrfInputTaken } from './ways-in';

const PASSKEY_CAP = 16;

function wrapForPasskey(
  { identity, random }: Rewriting,
  heldKey: Bytes,
  touched: TouchedPasskey,
  name: string,
): HeldPasskey {
  return {
    ...wrapHeldKey(heldKey, identity.vaultId, touched.prfOutput, random),
    name,
    prfInput: base64Encode(touched.prfInput),
    credentialId: base64Encode(touched.credentialId),
  };
}

function rewritten({ vaultKey, slots }: Rewriting, body: VaultBody): Rewritten {
  return { vaultKey, slots, body };
}

/**
 * Makes a held key for a passkey and a recovery code, and has it hold an account. Where there was one before that holds
 * no account any more, it goes, and with it the removed accounts that only it could open.
 */
export function setUpHeld(
  accountId: string,
  passkey: TouchedPasskey & { readonly name: string },
  recoveryCode: Bytes,
): Rewrite<HeldFailure | AccountFailure | AddFailure> {
  return async now => {
    if (listAccounts(now.body).some(({ seal }) => seal !== null)) return err('held-already');
    if (isPrfInputTaken(now, passkey.prfInput)) return err('passkey-already-there');
    const heldKey = makeHeldKey(now.random);
    const held: HeldKey = {
      passkeys: [wrapForPasskey(now, heldKey, passkey, passkey.name)],
      recovery: wrapHeldKey(heldKey, now.identity.vaultId, recoveryCode, now.random),
      keepOpenMinutes: 0,
    };
    const accounts = now.body.accounts.filter(({ seal }) => seal === null);
    const set = hold(now, { ...now.body, held, accounts }, accountId, heldKey);
    wipe(heldKey);
    return set.ok ? ok(rewritten(now, set.value)) : set;
  };
}

function changeHeld<F>(
  find: FindHeldKey,
  change: (held: HeldKey, heldKey: Bytes, now: Rewriting) => Result<HeldKey, F>,
): Rewrite<F | HeldKeyFailure> {
  return now =>
    changeWithHeldKey(now, find, (held, heldKey) => {
      const changed = change(held, heldKey, now);
      return changed.ok ? ok({ ...now.body, held: changed.value }) : changed;
    });
}

/** Lets one more passkey open the held key. */
export function addHeldPasskey(
  touched: TouchedPasskey,
  name: string,
  find: FindHeldKey,
): Rewrite<AddFailure | HeldKeyFailure> {
  return changeHeld(find, (held, heldKey, now): Result<HeldKey, AddFailure> => {
    const isThere = held.passkeys.some(({ credentialId }) => credentialId === base64Encode(touched.credentialId));
    if (isThere || isPrfInputTaken(now, touched.prfInput)) return err('passkey-already-there');
    if (held.passkeys.length >= PASSKEY_CAP) return err('too-many-ways-in');
    return ok({ ...held, passkeys: [...held.passkeys, wrapForPasskey(now, heldKey, touched, name)] });
  });
}

/** Makes a recovery code open the held key, and the earlier one useless. */
export function replaceHeldRecovery(recoveryCode: Bytes, find: FindHeldKey): Rewrite<HeldKeyFailure> {
  return changeHeld(find, (held, heldKey, { identity, random }) =>
    ok({ ...held, recovery: wrapHeldKey(heldKey, identity.vaultId, recoveryCode, random) }),
  );
}

/** Sets for how many minutes one touch serves. It takes one: a weaker habit is not for whoever merely opened the vault. */
export function setKeepOpen(keepOpenMinutes: number, find: FindHeldKey): Rewrite<HeldKeyFailure> {
  return changeHeld(find, held => ok({ ...held, keepOpenMinutes }));
}

/** Takes a passkey away. It takes no touch, since the one to go may be lost; the last one stays. */
export function removeHeldPasskey(wrapId: string): Rewrite<HeldFailure | RemoveFailure> {
  return async now => {
    const { held } = now.body;
    if (held === null) return err('held-not-set-up');
    const passkeys = held.passkeys.filter(passkey => passkey.wrapId !== wrapId);
    if (passkeys.length === held.passkeys.length) return err('way-in-missing');
    if (passkeys.length === 0) return err('held-last-passkey');
    return ok(rewritten(now, { ...now.body, held: { ...held, passkeys } }));
  };
}
