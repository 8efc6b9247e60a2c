// What may come between two steps of a rotation: a refusal, a clock that was set back, another window.
import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { changeKey } from '../model/account';
import { DAY_MS } from '../shared/duration';
import { err } from '../shared/result';
import { setCompromised, setSignInKey } from './inventory';
import { CI, makeAccount, makeKey, NOW_MS, stage, value } from './keys.testing';
import {
  abortRotation,
  proveKey,
  revokeOldKey,
  stageNewKey,
  startRotation,
  tickIntegration,
  tryNewKey,
} from './rotation';

const YEAR_MS = 365 * DAY_MS;

/** A rotation whose new key, `first`, was checked: it signs in. A `second` one lies beside it. */
function checked(changes: Parameters<typeof makeKey>[0] = {}): Account {
  const staged = ['first', 'second'].map(id => makeKey({ id, state: 'staged' }));
  const account = makeAccount([makeKey({ id: 'old', ...changes }), ...staged], { signInKeyId: 'old' });
  const evidence = { type: 'dashboard', seenAtMs: NOW_MS } as const;
  const started = value(startRotation(account, 'old', { issue: 'documented', evidence }, NOW_MS));
  return value(proveKey(value(stageNewKey(started, 'first')), 'first', NOW_MS));
}

const refuse = (account: Account, keyId: string, refusedAtMs: number) => changeKey(account, keyId, { refusedAtMs });

describe('a new key that was checked and then refused', () => {
  it('holds the revocation up, whatever the clock said at either', () => {
    for (const refusedAtMs of [NOW_MS + 1, NOW_MS, NOW_MS - YEAR_MS]) {
      const refused = refuse(checked(), 'first', refusedAtMs);
      expect(stage(refused)).toBe('check');
      expect(revokeOldKey(refused, NOW_MS - YEAR_MS)).toEqual(err('rotation-too-early'));
    }
  });

  it('can be tried by signing in, and is good again once it does', () => {
    const trying = value(tryNewKey(refuse(checked(), 'first', NOW_MS + 1), true));
    expect(trying.signInKeyId).toBe('first');
    const proven = value(proveKey(trying, 'first', NOW_MS + 2));
    expect(proven.rotation?.isTrying).toBe(false);
    expect(stage(proven)).toBe('revoke');
  });

  it('gives way to another one, which is tried by signing in and signs in from then on', () => {
    const taken = value(stageNewKey(refuse(checked(), 'first', NOW_MS + 1), 'second'));
    expect(taken.signInKeyId).toBe('old');
    const proven = value(proveKey(value(tryNewKey(taken, true)), 'second', NOW_MS + 2));
    const done = value(revokeOldKey(proven, NOW_MS + 3));
    expect(done.signInKeyId).toBe('second');
    expect(done.keys).toMatchObject([
      { id: 'old', state: 'revoked' },
      { id: 'first', state: 'active' },
      { id: 'second', state: 'active' },
    ]);
  });

  it('has what it was given to asked for again with the next one', () => {
    const ticked = value(tickIntegration(checked({ integrations: [CI] }), 'ci', true));
    const exposed = value(setCompromised(ticked, 'first', true, NOW_MS + 1));
    const next = value(proveKey(value(stageNewKey(exposed, 'second')), 'second', NOW_MS + 2));
    expect(stage(next)).toBe('integrations');
  });
});

describe('a second window that names the old key for signing in again', () => {
  const named = (account: Account) => value(setSignInKey(account, 'old'));

  it('leaves nobody with it once it is revoked', () => {
    expect(value(revokeOldKey(named(checked()), NOW_MS)).signInKeyId).toBe('first');
  });

  it('leaves nobody with it where the rotation is given up after that', () => {
    const exposed = checked({ compromisedAtMs: 1, integrations: [CI] });
    const revoked = value(revokeOldKey(named(exposed), NOW_MS));
    expect(value(abortRotation(revoked)).signInKeyId).toBe('first');
  });
});

describe('giving up', () => {
  it('leaves each key in the state it is in, at every step', () => {
    const statesOf = ({ keys }: Account) => keys.map(({ state }) => state);
    let account = checked({ integrations: [CI] });
    for (const next of [
      (now: Account) => tickIntegration(now, 'ci', true),
      (now: Account) => stageNewKey(refuse(now, 'first', NOW_MS + 1), 'second'),
      (now: Account) => tryNewKey(now, true),
      (now: Account) => proveKey(now, 'second', NOW_MS),
    ]) {
      expect(statesOf(value(abortRotation(account)))).toEqual(statesOf(account));
      account = value(next(account));
    }
  });
});
