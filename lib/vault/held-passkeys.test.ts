import { describe, expect, it } from 'vitest';
import { base64Encode } from '../shared/base64';
import { createRepeatableRandom } from '../shared/random.testing';
import { err } from '../shared/result';
import { removeAccount } from './accounts';
import { byTouch, releaseAccount } from './held';
import { applyTo, good, makeHeldWorld, makePasskey, touchOf } from './held.testing';
import { addHeldPasskey, removeHeldPasskey, replaceHeldRecovery, setKeepOpen, setUpHeld } from './held-passkeys';
import { addPasskey } from './ways-in';

const random = createRepeatableRandom(77);

describe('setting up', () => {
  it('keeps nothing open unless that is chosen', async () => {
    const { now } = await makeHeldWorld();
    expect(now.body.held).toMatchObject({ keepOpenMinutes: 0, passkeys: [{ name: 'Laptop' }] });
  });

  it('is refused while any account is held', async () => {
    const { now } = await makeHeldWorld();
    expect(await setUpHeld('account-1', makePasskey(random), random(16))(now)).toEqual(err('held-already'));
  });

  it('starts anew once no account is held, without the removed ones that only the old key opened', async () => {
    const { now } = await makeHeldWorld();
    const body = good(removeAccount(now.body, 'account-0', 5));
    const passkey = makePasskey(random, 'Phone');
    const after = await applyTo({ ...now, body }, setUpHeld('account-1', passkey, random(16)));
    expect(after.body.accounts.map(({ id }) => id)).toEqual(['account-1']);
    expect(after.body.held?.passkeys.map(({ name }) => name)).toEqual(['Phone']);
    expect((await byTouch(touchOf(after.body, passkey))(after.body, now.identity.vaultId)).ok).toBe(true);
  });

  it('refuses a PRF input by which the passkey opens the vault already, and the reverse', async () => {
    const { now, passkey } = await makeHeldWorld();
    const unlocking = makePasskey(random, 'Unlocks');
    const both = await applyTo(now, addPasskey(unlocking, 'Unlocks'));
    const { prfInput } = unlocking;
    const again = { ...makePasskey(random), prfInput };
    const fresh = { ...both, body: { ...both.body, accounts: both.body.accounts.slice(1) } };
    expect(await setUpHeld('account-1', again, random(16))(fresh)).toEqual(err('passkey-already-there'));
    const find = byTouch(touchOf(both.body, passkey));
    expect(await addHeldPasskey(again, 'Phone', find)(both)).toEqual(err('passkey-already-there'));
    const reverse = { ...makePasskey(random), prfInput: passkey.prfInput };
    expect(await addPasskey(reverse, 'Phone')(now)).toEqual(err('passkey-already-there'));
  });
});

describe('a second passkey', () => {
  it('opens what the first holds, and goes on to when the first is removed', async () => {
    const { now, passkey, touch } = await makeHeldWorld();
    const second = makePasskey(random, 'Phone');
    const both = await applyTo(now, addHeldPasskey(second, 'Phone', byTouch(touch)));
    const find = byTouch(touchOf(both.body, second, 1));
    expect((await releaseAccount('account-0', find)(both)).ok).toBe(true);
    const one = await applyTo(both, removeHeldPasskey(both.body.held?.passkeys[0]?.wrapId ?? ''));
    expect((await releaseAccount('account-0', find)(one)).ok).toBe(true);
    expect(await releaseAccount('account-0', byTouch(touchOf(both.body, passkey)))(one)).toEqual(
      err('held-wrong-touch'),
    );
  });

  it('is refused where it is there already, or where sixteen are', async () => {
    const { now, passkey, touch } = await makeHeldWorld();
    const same = { ...makePasskey(random), credentialId: passkey.credentialId };
    expect(await addHeldPasskey(same, 'Again', byTouch(touch))(now)).toEqual(err('passkey-already-there'));
    let full = now;
    for (let count = 1; count < 16; count++) {
      full = await applyTo(full, addHeldPasskey(makePasskey(random), `Key ${count}`, byTouch(touch)));
    }
    expect(await addHeldPasskey(makePasskey(random), 'One more', byTouch(touch))(full)).toEqual(
      err('too-many-ways-in'),
    );
  });

  it('takes a touch of one that is there', async () => {
    const { now, touch } = await makeHeldWorld();
    const wrong = { ...touch, type: 'passkey', wrapId: now.body.held?.passkeys[0]?.wrapId ?? '' } as const;
    const find = byTouch({ ...wrong, prfOutput: random(32) });
    expect(await addHeldPasskey(makePasskey(random), 'Phone', find)(now)).toEqual(err('held-wrong-touch'));
  });
});

describe('removing a passkey', () => {
  it('never takes the last one, nor one that is not there', async () => {
    const { now } = await makeHeldWorld();
    const [last] = now.body.held?.passkeys ?? [];
    expect(await removeHeldPasskey(last?.wrapId ?? '')(now)).toEqual(err('held-last-passkey'));
    expect(await removeHeldPasskey(base64Encode(random(16)))(now)).toEqual(err('way-in-missing'));
    const body = { ...now.body, held: null };
    expect(await removeHeldPasskey(last?.wrapId ?? '')({ ...now, body })).toEqual(err('held-not-set-up'));
  });
});

describe('a new recovery code', () => {
  it('opens in the place of the earlier one', async () => {
    const { now, code, touch } = await makeHeldWorld();
    const next = random(16);
    const after = await applyTo(now, replaceHeldRecovery(next, byTouch(touch)));
    const open = (given: typeof next) => byTouch({ type: 'recovery', code: given })(after.body, now.identity.vaultId);
    expect((await open(next)).ok).toBe(true);
    expect(await open(code)).toEqual(err('held-wrong-touch'));
  });
});

describe('keeping open', () => {
  it('is set by a touch and by nothing less', async () => {
    const { now, touch } = await makeHeldWorld();
    expect((await applyTo(now, setKeepOpen(15, byTouch(touch)))).body.held?.keepOpenMinutes).toBe(15);
    const find = byTouch({ type: 'recovery', code: random(16) });
    expect(await setKeepOpen(15, find)(now)).toEqual(err('held-wrong-touch'));
  });
});
