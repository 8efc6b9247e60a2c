// The rotation as a machine sees it that uses the key: it has the one that it was given and no other. Besides what a person
// who follows the guide may do, a new key is exposed, refused by the site, or passed over for signing in in another window.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setCompromised } from '../../lib/keys/inventory';
import { rotationOf } from '../../lib/keys/rotation';
import { encodeBody } from '../../lib/vault/body';
import { changeFound } from '../../lib/vault/keys';
import type { World } from './rotation.testing';
import { ACTS, accountOf, generate, makeWorld, PATH, readSaved } from './rotation.testing';

type Used = { readonly world: World; readonly machine: string };

function expose(world: World): World {
  const newKeyId = rotationOf(accountOf(world))?.newKeyId ?? '';
  const done = changeFound(readSaved(world), 'account-0', account => setCompromised(account, newKeyId, true, 1));
  return done.ok ? { ...world, saved: encodeBody(done.value) } : world;
}

const ALL: typeof ACTS = { ...ACTS, 'the new key is exposed': expose };

const isTicked = (world: World) => rotationOf(accountOf(world))?.oldKey.integrations[0]?.done ?? false;

/** Takes a step. There is always a further key to be had, and a tick says that the machine has the key it was given. */
function act({ world, machine }: Used, name: string): Used {
  const next = name === 'generate on the site' ? generate(world, ['b', 'c', 'd', 'e', 'f']) : ALL[name]?.(world);
  const before = rotationOf(accountOf(world));
  if (next === undefined || next === world || before === null) return { world: next ?? world, machine };
  // A tick that was the last thing to do has ended the rotation.
  if (name === 'tick' && before.newKey !== null) return { world: next, machine: before.newKey.secret.reveal() };
  const isTakenBack = name === 'untick' && isTicked(world) && !isTicked(next);
  return { world: next, machine: isTakenBack ? before.oldKey.secret.reveal() : machine };
}

describe.each([false, true])('a rotation in which much happens (compromised: %s)', isCompromised => {
  it('ends with a key that the site takes, and lists the machine under the key that it has', () => {
    // Who gives up after another key took the place of one that the machine has, has it listed under the old one: nobody
    // knows better.
    const names = fc.constantFrom(...Object.keys(ALL).filter(name => name !== 'abort'));
    const world = makeWorld('documented', isCompromised);
    const machine = accountOf(world).keys[0]?.secret.reveal() ?? '';
    fc.assert(
      fc.property(fc.array(names, { maxLength: 25, size: 'max' }), path => {
        // As far as anybody gets without any of it, then all of it, and then to the end.
        const done = [...PATH.slice(0, 6), ...path, ...PATH].reduce<Used>(act, { world, machine });
        const { keys, signInKeyId, rotation } = accountOf(done.world);
        if (rotation !== null) return;
        const filled = keys.find(({ id }) => id === signInKeyId);
        expect(filled?.state).toBe('active');
        expect(done.world.site.alive).toContain(filled?.secret.reveal());
        const owner = keys.find(({ integrations }) => integrations.length > 0);
        if (owner?.state === 'active') expect(owner.secret.reveal()).toBe(done.machine);
      }),
      { numRuns: 200 },
    );
  });
});
