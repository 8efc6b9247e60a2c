// The rotation against a model of the site. Every write is followed by what a crash leaves: the world is the saved bytes and
// the site, and each step reads it anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotationOf } from '../../lib/keys/rotation';
import type { World } from './rotation.testing';
import { ACTS, accountOf, finish, hasWorkingKey, makeWorld } from './rotation.testing';

const KINDS = [
  ['documented', false],
  ['documented', true],
  ['operator', false],
  ['operator', true],
] as const;

/** Whether the vault has at least every key that the site takes and that was saved once. */
function hasAnyLivingKey(world: World): boolean {
  const { alive, shown } = world.site;
  const has = accountOf(world).keys.some(key => alive.includes(key.secret.reveal()));
  // What the operator has issued and nobody has saved is still where it was issued.
  return has || shown !== null;
}

function check(world: World, before: World, act: string): void {
  const account = accountOf(world);
  if (world.site.issue === 'documented') expect(hasWorkingKey(world), `a working key after: ${act}`).toBe(true);
  expect(hasAnyLivingKey(world), `a living key after: ${act}`).toBe(true);
  const wasRunning = rotationOf(accountOf(before));
  for (const { id, state } of accountOf(before).keys) {
    const now = account.keys.find(key => key.id === id);
    expect(now, `no key is lost by: ${act}`).toBeDefined();
    if (now?.state !== 'revoked' || state === 'revoked') continue;
    // The one step that revokes, and only beside a new key that the site has taken.
    expect(act).toBe('note that it is revoked');
    expect(wasRunning?.newKey).toMatchObject({ state: 'active', provenAtMs: expect.any(Number) });
  }
  if (act === 'abort') expect(account.keys.map(key => key.state)).toEqual(accountOf(before).keys.map(key => key.state));
  expect(account.keys.some(key => key.id === account.signInKeyId && key.state !== 'revoked')).toBe(true);
}

class Step implements fc.Command<object, { world: World }> {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  check(): boolean {
    return true;
  }

  run(_: object, real: { world: World }): void {
    const before = real.world;
    real.world = ACTS[this.#name]?.(before) ?? before;
    check(real.world, before, this.#name);
  }

  toString(): string {
    return this.#name;
  }
}

/** Every world that any path of steps leads to, each with a shortest path there: all prefixes of all paths. */
function reachFrom(start: World): ReadonlyMap<string, World> {
  const keyOf = ({ saved, site }: World) => {
    // Revisions count up for ever, and say nothing of how things stand.
    const text = new TextDecoder().decode(saved).replace(/"revision":\d+/gu, '');
    return JSON.stringify([text, site]);
  };
  const reached = new Map([[keyOf(start), start]]);
  for (const world of reached.values()) {
    for (const [name, act] of Object.entries(ACTS)) {
      const next = act(world);
      check(next, world, name);
      if (!reached.has(keyOf(next))) reached.set(keyOf(next), next);
    }
  }
  return reached;
}

describe.each(KINDS)('a rotation (%s, compromised: %s)', (issue, isCompromised) => {
  it('has a key that works wherever it stops, on every path there is, and can be finished from there', () => {
    const reached = [...reachFrom(makeWorld(issue, isCompromised)).values()];
    expect(reached.length).toBeGreaterThan(30);
    for (const stopped of reached) {
      const done = finish(stopped);
      const { rotation, keys, signInKeyId } = accountOf(done);
      expect(rotation).toBeNull();
      expect(keys.find(({ id }) => id === signInKeyId)?.state).toBe('active');
      expect(keys.some(({ state }) => state === 'revoked')).toBe(true);
      const filled = keys.find(({ id }) => id === signInKeyId)?.secret.reveal();
      expect(done.site.alive).toContain(filled);
    }
  });

  it('keeps to that however long it goes on, with steps out of order', () => {
    const commands = fc.commands(
      Object.keys(ACTS).map(name => fc.constant(new Step(name))),
      { maxCommands: 60, size: 'max' },
    );
    fc.assert(
      fc.property(commands, steps => {
        fc.modelRun(() => ({ model: {}, real: { world: makeWorld(issue, isCompromised) } }), steps);
      }),
      { numRuns: 60 },
    );
  });
});
