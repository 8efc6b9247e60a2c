import type { Account } from '../model/account';
import type { Bytes, RandomBytes } from '../shared/bytes';
import { createRepeatableRandom } from '../shared/random.testing';
import type { Result } from '../shared/result';
import { apiKey, authenticator, bodyWith, fields } from './accounts.testing';
import type { VaultBody } from './body';
import type { HeldTouch } from './held-key';
import { setUpHeld } from './held-passkeys';
import type { Rewrite, Rewriting, TouchedPasskey } from './ways-in';

/** A passkey that gives its own bytes for its own input. */
export function makePasskey(random: RandomBytes, name = 'Laptop'): TouchedPasskey & { readonly name: string } {
  return { name, credentialId: random(20), prfInput: random(32), prfOutput: random(32) };
}

/** The value of a result that has to be good. */
export function good<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What a change makes of a vault; throws where it is refused. */
export async function applyTo<F>(now: Rewriting, make: Rewrite<F>): Promise<Rewriting> {
  return { ...now, ...good(await make(now)) };
}

/** The touch of a passkey, as the wrap that was made for it is asked for. */
export function touchOf({ held }: VaultBody, { prfOutput }: Pick<TouchedPasskey, 'prfOutput'>, index = 0): HeldTouch {
  return { type: 'passkey', wrapId: held?.passkeys[index]?.wrapId ?? '', prfOutput };
}

/** An account that has everything a passkey can hold. */
export function withBackupCodes(account: Account): Account {
  return {
    ...account,
    earlierAuthenticators: [authenticator('MZXW6YTBOI')],
    backupCodes: [
      { code: 'kettle-1', used: false },
      { code: 'kettle-2', used: true },
    ],
  };
}

export type HeldWorld = {
  readonly now: Rewriting;
  readonly passkey: TouchedPasskey & { readonly name: string };
  readonly code: Bytes;
  readonly touch: HeldTouch;
};

/** A vault of two accounts, `account-0` of which a passkey holds. */
export async function makeHeldWorld(seed = 1): Promise<HeldWorld> {
  const random = createRepeatableRandom(seed);
  const body = bodyWith(
    fields({ label: 'Work' }),
    fields({
      label: 'Client',
      email: 'bob@example.com',
      apiKey: apiKey('b'),
      authenticator: authenticator('ONSWG4TFOQ'),
    }),
  );
  const before: Rewriting = {
    vaultKey: random(32),
    identity: { namespace: 'vault', vaultId: random(16) },
    slots: [],
    body: { ...body, accounts: body.accounts.map(withBackupCodes) },
    random,
  };
  const [passkey, code] = [makePasskey(random), random(16)];
  const now = await applyTo(before, setUpHeld('account-0', passkey, code));
  return { now, passkey, code, touch: touchOf(now.body, passkey) };
}
