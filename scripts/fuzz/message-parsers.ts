import fc from 'fast-check';
import * as v from 'valibot';
import type { Handlers } from '../../entrypoints/background/router';
import { createRouter } from '../../entrypoints/background/router';
import { PROTOCOL_VERSION } from '../../lib/messages/envelope';
import { PROTOCOL } from '../../lib/messages/protocol';
import { ok } from '../../lib/shared/result';
import { hostileValue } from './hostile-value';
import type { Parser } from './watch-parser';
import { watchParser } from './watch-parser';

const ROWS = Object.entries(PROTOCOL);

/** The front door, with handlers behind it that do nothing. */
const route = createRouter({
  handlers: Object.fromEntries(ROWS.map(([name]) => [name, async () => ok(null)])) as unknown as Handlers,
  ownId: 'own',
  identify: () => ({ caller: 'page' }),
  afterAct: async () => undefined,
});

/** Every shape that a message may have, under the name of its first row, and the router with whole messages. */
export function messageParsers(): readonly Parser[] {
  const shapes = new Map<v.GenericSchema, string>();
  for (const [name, { input }] of ROWS) if (!shapes.has(input)) shapes.set(input, name);
  const messages = ROWS.map(([name, { input }]) =>
    fc.record({ latchkey: fc.constant(PROTOCOL_VERSION), name: fc.constant(name), input: hostileValue(input) }),
  );
  return [
    ...[...shapes].map(([input, name]) =>
      watchParser(`message ${name}`, hostileValue(input), value => v.safeParse(input, value)),
    ),
    watchParser('router', fc.oneof(...messages), message => route(message, { id: 'own' })),
  ];
}
