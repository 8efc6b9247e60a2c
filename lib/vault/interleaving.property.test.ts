import './with-cheap-kdf.testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../shared/result';
import { addAccount } from './accounts';
import { fields } from './accounts.testing';
import { newestFirst, readCopies } from './copies';
import type { Vault } from './vault';
import type { World } from './vault.testing';
import { BY_PASSWORD, makeUnlockedWorld } from './vault.testing';
import { replacePassword } from './ways-in';

/** What pages ask of the worker, in any order and all at once. */
const requests = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('save' as const) },
    { weight: 1, arbitrary: fc.constant('lock' as const) },
    { weight: 2, arbitrary: fc.constant('unlock' as const) },
    { weight: 1, arbitrary: fc.constant('rewrite' as const) },
    { weight: 1, arbitrary: fc.constant('act' as const) },
    { weight: 1, arbitrary: fc.constant('read' as const) },
    { weight: 1, arbitrary: fc.constant('time passes' as const) },
    { weight: 1, arbitrary: fc.constant('the store refuses once' as const) },
  ),
  { minLength: 1, maxLength: 25 },
);

/** Every call of the store takes as long as the scheduler likes, so that calls of different requests overtake each other. */
function slowDown({ store, session }: World, scheduler: fc.Scheduler): void {
  store.read = scheduler.scheduleFunction(store.read.bind(store));
  store.write = scheduler.scheduleFunction(store.write.bind(store));
  session.read = scheduler.scheduleFunction(session.read.bind(session));
  session.write = scheduler.scheduleFunction(session.write.bind(session));
}

function add(vault: Vault, id: string) {
  const form = fields({ label: id, email: `${id}@example.com`, apiKey: null, authenticator: null });
  return vault.update(body => ok(addAccount(body, form, { account: id, key: id })));
}

describe('requests that come all at once', () => {
  it('lose no save that was acknowledged, and write rising generations only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), requests, async (scheduler, asked) => {
        const world = await makeUnlockedWorld();
        const { vault, store, clock } = world;
        const written: number[] = [];
        const write = store.write.bind(store);
        store.write = async (name, bytes, atMs) => {
          if (name === 'a' || name === 'b') written.push(new DataView(bytes.buffer).getUint32(33));
          await write(name, bytes, atMs);
        };
        slowDown(world, scheduler);
        const acknowledged: string[] = [];
        const answer = async (request: (typeof asked)[number], index: number): Promise<void> => {
          if (request === 'save' && (await add(vault, `account-${index}`)).ok) acknowledged.push(`account-${index}`);
          if (request === 'lock') await vault.lock();
          if (request === 'unlock') await vault.unlock(BY_PASSWORD);
          if (request === 'act') await vault.recordAct();
          if (request === 'read') await vault.read();
          if (request === 'time passes') clock.nowMs += 20_000;
          if (request === 'rewrite') await vault.rewrite(null, replacePassword('correct horse battery staple'));
          if (request === 'the store refuses once') {
            store.faultAt = (_, operation) => {
              if (operation !== 'write') return null;
              store.faultAt = () => null;
              return 'reject';
            };
          }
        };
        await scheduler.waitFor(Promise.all(asked.map(answer)));
        await scheduler.waitFor(vault.settled());

        expect(written).toEqual(written.toSorted((a, b) => a - b));
        const later = world.wake();
        await world.attempts.clear();
        expect((await scheduler.waitFor(later.unlock(BY_PASSWORD))).ok).toBe(true);
        const body = await scheduler.waitFor(later.read());
        if (!body.ok) throw new Error(body.error);
        const ids = body.value.accounts.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(acknowledged));
        await scheduler.waitFor(later.settled());
        const [newest] = newestFirst(await scheduler.waitFor(readCopies(store)));
        expect(later.generation()).toBe(newest?.envelope.header.generation);
      }),
    );
  });
});
