// The rotation on the vault itself, whose store dies at each of its calls. The site takes exactly the keys that it has handed out
// and that were not revoked there; the next worker has what lies in the store, and nothing else.
import '../../lib/vault/with-cheap-kdf.testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotationOf } from '../../lib/keys/rotation';
import { ok } from '../../lib/shared/result';
import type { VaultBody } from '../../lib/vault/body';
import { decodeBody, encodeBody } from '../../lib/vault/body';
import type { Fault } from '../../lib/vault/stores.testing';
import { BY_PASSWORD, makeUnlockedWorld } from '../../lib/vault/vault.testing';
import type { World } from './rotation.testing';
import { ACTS, accountOf, finish, hasWorkingKey, makeWorld, PATH, readSaved } from './rotation.testing';

/** A worker that dies before its work, or between the work and the news of it. */
const DEATHS = ['die', 'die-after'] as const satisfies readonly Fault[];

const KINDS = [
  ['documented', false],
  ['documented', true],
  ['operator', false],
] as const;

const act = (world: World, name: string) => ACTS[name]?.(world) ?? world;
/** An act that writes nothing: it is one on the site, or is refused. */
const writesNothing = (world: World, name: string) => act(world, name).saved === world.saved;

/** A vault that has held what a world says for long enough that each of its places is in use. */
async function makeVault(world: World) {
  const made = await makeUnlockedWorld();
  const { accounts } = readSaved(world);
  for (let saves = 0; saves < 3; saves++) await made.vault.update(body => ok({ ...body, accounts }));
  await made.vault.settled();
  made.store.revive();
  return made;
}

type Made = Awaited<ReturnType<typeof makeVault>>;

/** What the accounts of a body say. Revisions count up, and say nothing of how things stand. */
function contentOf(body: VaultBody): string {
  return new TextDecoder().decode(encodeBody(body)).replace(/"revision":\d+/gu, '');
}

/** Does a step in the vault; whether it was said to be saved. The site knows of it only then. */
async function save({ vault, store }: Made, world: World, name: string): Promise<boolean> {
  const saved = await vault
    .update(body => decodeBody(act({ saved: encodeBody(body), site: world.site }, name).saved))
    .catch(() => ({ ok: false }));
  await vault.settled().catch(() => undefined);
  store.revive();
  return saved.ok;
}

/** The next worker after the browser ended: what it reads, and that it saves again. */
async function resume({ session, attempts, wake }: Made): Promise<VaultBody> {
  await session.clear();
  await attempts.clear();
  const next = wake();
  const unlocked = await next.unlock(BY_PASSWORD);
  const body = await next.read();
  if (!unlocked.ok || !body.ok) throw new Error('the vault does not open');
  expect((await next.update(ok)).ok).toBe(true);
  await next.settled();
  return body.value;
}

/** Breaks a step at one call of the store, and looks at what is left. */
async function crashAt(before: World, name: string, crash: { call: number; fault: Fault }, trial: string) {
  const made = await makeVault(before);
  made.store.faultAt = call => (call === crash.call ? crash.fault : null);
  const isSaved = await save(made, before, name);
  const body = await resume(made);
  const after = act(before, name);
  const found = contentOf(body);
  const expected = [...(isSaved ? [] : [before]), after].map(world =>
    contentOf({ ...body, accounts: readSaved(world).accounts }),
  );
  expect(expected, trial).toContain(found);
  // The step itself is done on the site by nobody: what it knows is what it knew.
  const resumed = { saved: encodeBody(body), site: isSaved ? after.site : before.site };
  if (before.site.issue === 'documented') expect(hasWorkingKey(resumed), trial).toBe(true);
  const finished = finish(resumed);
  expect(rotationOf(accountOf(finished)), trial).toBeNull();
  expect(hasWorkingKey(finished), trial).toBe(true);
  expect(
    accountOf(finished).keys.some(({ state }) => state === 'revoked'),
    trial,
  ).toBe(true);
}

/** How many calls of the store a step makes. */
async function countCalls(before: World, name: string): Promise<number> {
  const made = await makeVault(before);
  let calls = 0;
  made.store.faultAt = () => {
    calls++;
    return null;
  };
  await save(made, before, name);
  return calls;
}

describe.each(KINDS)('a rotation whose store dies (%s, compromised: %s)', (issue, isCompromised) => {
  it('stands before or after each step, at each call of each save, with a key that works, and goes on', async () => {
    let saves = 0;
    let world = makeWorld(issue, isCompromised);
    for (const name of PATH) {
      const calls = writesNothing(world, name) ? 0 : await countCalls(world, name);
      if (calls > 0) saves++;
      for (let call = 0; call < calls; call++) {
        for (const fault of DEATHS) await crashAt(world, name, { call, fault }, `${fault} at call ${call} of: ${name}`);
      }
      world = act(world, name);
    }
    // Begun, saved, taken, checked, ticked, revoked: each of them is a save.
    expect(saves).toBeGreaterThanOrEqual(6);
  });

  it('does so on any path, with steps out of order', async () => {
    const names = fc.constantFrom(...Object.keys(ACTS));
    const crash = fc.record({ call: fc.nat({ max: 9 }), fault: fc.constantFrom(...DEATHS, 'reject' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 30 }), names, crash, async (path, name, broken) => {
        const before = path.reduce(act, makeWorld(issue, isCompromised));
        await crashAt(before, name, broken, `${broken.fault} at call ${broken.call} of: ${[...path, name].join(', ')}`);
      }),
      { numRuns: 20 },
    );
  });
});
