import { describe, expect, it, vi } from 'vitest';
import { derivePasswordKey } from '../crypto/kdf';
import { SECOND_MS } from '../shared/duration';
import { err, ok } from '../shared/result';
import { BY_PASSWORD, makeUnlockedWorld } from './vault.testing';
import { replacePassword } from './ways-in';

vi.mock('../crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../crypto/kdf')>()),
  derivePasswordKey: vi.fn((await import('./cheap-kdf.testing')).deriveCheaply),
}));

const WRONG = { type: 'password', password: 'not the password' } as const;
const tooSoon = (seconds: number) => err({ code: 'unlock-too-soon', seconds });

describe('wrong tries at a vault', () => {
  it('are slowed down, in the next life of the worker too', async () => {
    const { vault, wake, clock } = await makeUnlockedWorld();
    await vault.lock();
    expect(await vault.unlock(WRONG)).toEqual(err('wrong-password'));
    expect(await wake().unlock(BY_PASSWORD)).toEqual(tooSoon(1));
    clock.nowMs += SECOND_MS;
    expect(await wake().unlock(WRONG)).toEqual(err('wrong-password'));
    clock.nowMs += SECOND_MS;
    expect(await wake().unlock(BY_PASSWORD)).toEqual(tooSoon(1));
    clock.nowMs += SECOND_MS;
    expect(await wake().unlock(BY_PASSWORD)).toEqual(ok(null));
  });

  it('that come too soon cost no derivation and do not make the wait longer', async () => {
    const { vault, clock } = await makeUnlockedWorld();
    await vault.lock();
    await vault.unlock(WRONG);
    vi.mocked(derivePasswordKey).mockClear();
    for (let count = 0; count < 20; count++) expect(await vault.unlock(WRONG)).toEqual(tooSoon(1));
    expect(derivePasswordKey).not.toHaveBeenCalled();
    clock.nowMs += SECOND_MS;
    expect(await vault.unlock(BY_PASSWORD)).toEqual(ok(null));
  });

  it('are counted before they are looked at: killing the worker in the middle forgets none', async () => {
    const { vault, attempts, wake } = await makeUnlockedWorld();
    await vault.lock();
    vi.mocked(derivePasswordKey).mockImplementationOnce(() => new Promise(() => {}));
    void vault.unlock(WRONG);
    await vi.waitFor(() => expect(attempts.value).not.toBeNull());
    expect(await wake().unlock(BY_PASSWORD)).toEqual(tooSoon(1));
  });

  it('are forgotten once one opens', async () => {
    const { vault, clock, attempts } = await makeUnlockedWorld();
    await vault.lock();
    await vault.unlock(WRONG);
    clock.nowMs += SECOND_MS;
    await vault.unlock(BY_PASSWORD);
    expect(attempts.value).toBeNull();
  });

  it('with a proof while unlocked count like those at the door', async () => {
    const { vault } = await makeUnlockedWorld();
    expect(await vault.rewrite(WRONG, replacePassword('another password'))).toEqual(err('wrong-password'));
    expect(await vault.rewrite(BY_PASSWORD, replacePassword('another password'))).toEqual(tooSoon(1));
    expect(await vault.unlock(BY_PASSWORD)).toEqual(tooSoon(1));
  });

  it('asked for all at once are looked at one by one', async () => {
    const { vault } = await makeUnlockedWorld();
    await vault.lock();
    const answers = await Promise.all(Array.from({ length: 10 }, () => vault.unlock(WRONG)));
    expect(answers).toEqual([err('wrong-password'), ...Array.from({ length: 9 }, () => tooSoon(1))]);
  });
});
