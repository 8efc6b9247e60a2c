import { describe, expect, it } from 'vitest';
import type { Account } from '../model/account';
import { parseApiKey } from '../model/api-key';
import type { Key } from '../model/key';
import { err } from '../shared/result';
import { CI, date, makeAccount, makeKey, NOW_MS, stage, value } from './keys.testing';
import {
  abortRotation,
  confirmAuthenticator,
  guidedStageOf,
  proveKey,
  revokeOldKey,
  rotationOf,
  stageNewKey,
  startRotation,
  tickIntegration,
  tryNewKey,
} from './rotation';

const old = makeKey({ id: 'old', label: 'Main', note: 'ours', intervalDays: 30, integrations: [CI] });
const fresh = makeKey({ id: 'new', state: 'staged', createdOn: date('2026-11-23') });

function started(changes: Partial<Key> = {}, issue: 'documented' | 'operator' = 'documented'): Account {
  const account = makeAccount([{ ...old, ...changes }, fresh], { signInKeyId: 'old' });
  const evidence = { type: 'dashboard', seenAtMs: NOW_MS } as const;
  return value(startRotation(account, 'old', { issue, evidence }, NOW_MS));
}

describe('a rotation', () => {
  it('begins with a key that is in use, one at a time', () => {
    const evidence = { type: 'dashboard', seenAtMs: NOW_MS } as const;
    const start = (account: Account, keyId: string) =>
      startRotation(account, keyId, { issue: 'documented', evidence }, NOW_MS);
    expect(start(makeAccount([old]), 'nobody')).toEqual(err('key-missing'));
    expect(start(makeAccount([fresh]), 'new')).toEqual(err('key-not-active'));
    expect(start(started(), 'old')).toEqual(err('rotation-running'));
  });

  it('has the new key go on under the name and the rules of the old one', () => {
    const [, key] = value(stageNewKey(started(), 'new')).keys;
    expect(key).toMatchObject({ label: 'Main', note: 'ours', intervalDays: 30, state: 'staged', snooze: null });
  });

  it('takes no key of another product, none in use, and none that is not there', () => {
    const signing = value(parseApiKey(`psk_live_${'c'.repeat(64)}`)).key;
    const other = { ...fresh, id: 'signing', secret: signing, purpose: 'integration' as const };
    const account = { ...started(), keys: [old, fresh, other] };
    expect(stageNewKey(account, 'signing')).toEqual(err('rotation-other-kind'));
    expect(stageNewKey(account, 'old')).toEqual(err('key-not-staged'));
    expect(stageNewKey(account, 'nobody')).toEqual(err('key-missing'));
  });

  it('fills the new key while it is tried, and the old one again once it is not', () => {
    const staged = value(stageNewKey(started(), 'new'));
    const trying = value(tryNewKey(staged, true));
    expect(trying.signInKeyId).toBe('new');
    expect(value(tryNewKey(trying, false))).toEqual(staged);
    expect(value(abortRotation(trying)).signInKeyId).toBe('old');
    expect(tryNewKey(started(), true)).toEqual(err('rotation-too-early'));
  });

  it('does not try the new key of a key that signs nobody in', () => {
    const staged = value(stageNewKey({ ...started(), signInKeyId: null }, 'new'));
    expect(tryNewKey(staged, true)).toEqual(err('rotation-other-kind'));
  });

  it('revokes nothing before the new key is checked and every integration has it', () => {
    let account = started();
    for (const next of [
      (now: Account) => stageNewKey(now, 'new'),
      (now: Account) => proveKey(now, 'new', NOW_MS),
      (now: Account) => tickIntegration(now, 'ci', true),
    ]) {
      expect(revokeOldKey(account, NOW_MS)).toEqual(err('rotation-too-early'));
      account = value(next(account));
    }
    const done = value(revokeOldKey(account, NOW_MS));
    expect(done.rotation).toBeNull();
    expect(done.signInKeyId).toBe('new');
    expect(done.keys).toMatchObject([
      { id: 'old', state: 'revoked', revokedAtMs: NOW_MS, integrations: [] },
      { id: 'new', state: 'active', provenAtMs: NOW_MS, integrations: [CI] },
    ]);
  });

  it('revokes nothing while the site refuses the new key, or it is no secret any more', () => {
    const staged = value(stageNewKey(started({ integrations: [] }), 'new'));
    const checked = value(proveKey(staged, 'new', NOW_MS));
    expect(stage(checked)).toBe('revoke');
    for (const doubt of [{ refusedAtMs: NOW_MS + 1 }, { compromisedAtMs: NOW_MS + 1 }]) {
      const keys = checked.keys.map(key => (key.id === 'new' ? { ...key, ...doubt } : key));
      expect(stage({ ...checked, keys })).toBe('check');
      expect(revokeOldKey({ ...checked, keys }, NOW_MS + 2)).toEqual(err('rotation-too-early'));
    }
    const refused = checked.keys.map(key => (key.id === 'new' ? { ...key, refusedAtMs: NOW_MS + 1 } : key));
    expect(stage(value(proveKey({ ...checked, keys: refused }, 'new', NOW_MS + 2)))).toBe('revoke');
  });

  it('revokes a compromised key before its integrations follow', () => {
    const checked = value(proveKey(value(stageNewKey(started({ compromisedAtMs: 1 }), 'new')), 'new', NOW_MS));
    expect(stage(checked)).toBe('revoke');
    const revoked = value(revokeOldKey(checked, NOW_MS));
    expect(stage(revoked)).toBe('integrations');
    expect(value(tickIntegration(revoked, 'ci', true)).rotation).toBeNull();
  });

  it('leads on to the authenticator where the operator issues keys, and only there', () => {
    const staged = value(stageNewKey(started({ integrations: [] }, 'operator'), 'new'));
    const revoked = value(revokeOldKey(value(proveKey(staged, 'new', NOW_MS)), NOW_MS));
    expect(stage(revoked)).toBe('authenticator');
    expect(value(confirmAuthenticator(revoked, NOW_MS)).rotation).toBeNull();
    expect(confirmAuthenticator(value(stageNewKey(started(), 'new')), NOW_MS)).toEqual(err('rotation-too-early'));
  });

  it('is guided to the authenticator before the check where the operator issues keys, and only there', () => {
    const guided = (account: Account) => {
      const rotation = rotationOf(account);
      return rotation && guidedStageOf(rotation);
    };
    const staged = value(stageNewKey(started({}, 'operator'), 'new'));
    expect(guided(staged)).toBe('authenticator');
    expect(guided(value(confirmAuthenticator(staged, NOW_MS)))).toBe('check');
    expect(guided(value(stageNewKey(started(), 'new')))).toBe('check');
  });

  it('leaves each integration with the key that it has when it is given up', () => {
    const account = started({ integrations: [CI, { ...CI, id: 'relay' }] });
    const checked = value(proveKey(value(stageNewKey(account, 'new')), 'new', NOW_MS));
    const given = value(abortRotation(value(tickIntegration(checked, 'ci', true))));
    expect(given.keys.map(key => [key.state, key.integrations.map(({ id }) => id)])).toEqual([
      ['active', ['relay']],
      ['active', ['ci']],
    ]);
  });

  it('gives the new key its times to be put off, and none to the old one', () => {
    const snooze = { until: date('2026-11-30'), count: 3 };
    const staged = value(stageNewKey(started({ integrations: [], snooze }), 'new'));
    const revoked = value(revokeOldKey(value(proveKey(staged, 'new', NOW_MS)), NOW_MS));
    expect(revoked.keys).toMatchObject([
      { id: 'old', snooze },
      { id: 'new', snooze: null },
    ]);
  });

  it('is over where one of its keys was replaced by hand', () => {
    const account = { ...started(), keys: [fresh] };
    expect(rotationOf(account)).toBeNull();
    expect(abortRotation(account)).toEqual(err('rotation-none'));
  });
});

describe('a key that the site has taken', () => {
  it('is proven, whatever was refused before, and stays what it is', () => {
    const account = makeAccount([makeKey({ refusedAtMs: 5 })]);
    expect(value(proveKey(account, 'key', 9)).keys).toMatchObject([
      { provenAtMs: 9, refusedAtMs: null, state: 'active' },
    ]);
    expect(value(proveKey(makeAccount([fresh]), 'new', 9)).keys).toMatchObject([{ state: 'staged' }]);
    expect(proveKey(account, 'nobody', 9)).toEqual(err('key-missing'));
  });
});
