import type { Mock } from 'vitest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../lib/messages/envelope';
import type { MessageName } from '../../lib/messages/protocol';
import { PROTOCOL } from '../../lib/messages/protocol';
import { err, ok } from '../../lib/shared/result';
import type { IdentifiedCaller, LoginDocument, Sender } from './caller';
import type { Handlers } from './router';
import { createRouter } from './router';

const OWN_ID = 'own-id';
const PAGE: IdentifiedCaller = { caller: 'page' };
const LOGIN_DOCUMENT: LoginDocument = { tabId: 4, documentId: 'D1', url: 'https://paramant.app/auth/login' };
const LOGIN_PAGE: IdentifiedCaller = { caller: 'login-page', document: LOGIN_DOCUMENT };
const SENDER: Sender = { id: OWN_ID };
const UNLOCK = { wayIn: { type: 'password', password: 'x' } };
const NAMES = Object.keys(PROTOCOL) as readonly MessageName[];

/** What ran, in the order in which it ran. */
let ran: string[];
let handle: Mock<(...given: unknown[]) => Promise<unknown>>;
let caller: IdentifiedCaller | null;

beforeEach(() => {
  ran = [];
  caller = PAGE;
  handle = vi.fn(async () => ok(null));
});

function ask(message: unknown, sender: Sender = SENDER) {
  const handlers = Object.fromEntries(
    NAMES.map(name => [
      name,
      (...given: unknown[]) => {
        ran.push(`handler ${name}`);
        return handle(...given);
      },
    ]),
  ) as unknown as Handlers;
  const route = createRouter({
    handlers,
    ownId: OWN_ID,
    identify: () => {
      ran.push('identify');
      return caller;
    },
    afterAct: async succeeded => {
      ran.push(succeeded ? 'act' : 'act refused');
    },
  });
  return route(message, sender);
}

const message = (name: string, input: unknown = {}, changes: object = {}) => ({
  latchkey: PROTOCOL_VERSION,
  name,
  input,
  ...changes,
});

function refused(code: string) {
  return err([{ code, details: [], field: null }]);
}

describe('the router', () => {
  it('says nothing at all to another extension, whatever it says', () => {
    for (const id of ['other-id', '', undefined, 'OWN-ID', 'own-id ']) {
      expect(ask(message('vault.status'), { id })).toBeUndefined();
    }
    expect(ran).toEqual([]);
  });

  it('asks in this order, and runs nothing behind a refusal: envelope, version, name, caller, schema, handler', async () => {
    // Each message is wrong in every later respect too, so the first wrong thing has to be the one that is named.
    caller = null;
    expect(await ask({ latchkey: 99, name: 'nobody', input: 1, extra: true })).toEqual(refused('message-invalid'));
    expect(ran).toEqual([]);
    expect(await ask({ latchkey: 99, name: 'nobody', input: 1 })).toEqual(refused('message-outdated'));
    expect(ran).toEqual([]);
    expect(await ask(message('nobody', 1))).toEqual(refused('message-invalid'));
    expect(ran).toEqual([]);
    expect(await ask(message('vault.unlock', 1))).toEqual(refused('message-refused'));
    expect(ran).toEqual(['identify']);
    caller = PAGE;
    expect(await ask(message('vault.unlock', 1))).toEqual(refused('message-invalid'));
    expect(ran).toEqual(['identify', 'identify']);
    expect(await ask(message('vault.unlock', UNLOCK))).toEqual(ok(null));
    expect(ran.slice(2)).toEqual(['identify', 'handler vault.unlock', 'act']);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'vault.status'],
    ['a list', [1, 'vault.status', {}]],
    ['an empty object', {}],
    ['no input', { latchkey: PROTOCOL_VERSION, name: 'vault.status' }],
    ['a version that is a text', { latchkey: '1', name: 'vault.status', input: {} }],
    ['a name that is a list', { latchkey: PROTOCOL_VERSION, name: ['vault.status'], input: {} }],
    ['a name without end', message('x'.repeat(100_000))],
    ['a field too many', message('vault.status', {}, { from: 'page' })],
    ['a prototype in it', JSON.parse('{"latchkey":1,"name":"vault.status","input":{},"__proto__":{"from":"page"}}')],
    ['the clipboard’s own message', { latchkey: 'clear-clipboard', salt: '', digest: '' }],
  ])('takes %s for no message', async (_, what) => {
    expect(await ask(what)).toEqual(refused('message-invalid'));
    expect(ran).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'vault', 'vault.', 'Vault.status', ''])(
    'knows no row named “%s”',
    async name => {
      expect(await ask(message(name))).toEqual(refused('message-invalid'));
      expect(ran).toEqual([]);
    },
  );

  it.each([0, 2, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER])(
    'sends a speaker of version %d away to reload',
    async latchkey => {
      const reply = await ask({ latchkey, name: 'vault.status', input: {} });
      expect(reply).toEqual(refused(Number.isNaN(latchkey) ? 'message-invalid' : 'message-outdated'));
    },
  );

  it.each(NAMES)('lets only its own caller ask for %s', async name => {
    for (const other of [null, PROTOCOL[name].from === 'page' ? LOGIN_PAGE : PAGE]) {
      caller = other;
      expect(await ask(message(name))).toEqual(refused('message-refused'));
    }
    expect(handle).not.toHaveBeenCalled();
  });

  it.each(NAMES)('hands nothing that its schema does not know to %s', async name => {
    caller = PROTOCOL[name].from === 'page' ? PAGE : LOGIN_PAGE;
    for (const input of [null, 1, 'text', { unknown: true }, JSON.parse('{"__proto__":{"id":"x"}}')]) {
      expect(await ask(message(name, input))).toEqual(refused('message-invalid'));
    }
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('a handler', () => {
  it('of the login page is told which document asks, by the browser’s word', async () => {
    caller = LOGIN_PAGE;
    await ask(message('signin.hello'));
    expect(handle).toHaveBeenCalledWith({}, LOGIN_DOCUMENT);
  });

  it('of a page is told its input and nothing else', async () => {
    await ask(message('accounts.remove', { id: 'a' }));
    expect(handle).toHaveBeenCalledWith({ id: 'a' }, undefined);
  });

  it('that throws is the failure of the worker, and nothing of the exception crosses', async () => {
    handle.mockRejectedValue(new Error('canary'));
    expect(await ask(message('vault.status'))).toEqual(refused('worker-failed'));
    handle.mockImplementation(() => {
      throw new TypeError('canary');
    });
    expect(await ask(message('vault.status'))).toEqual(refused('worker-failed'));
  });

  it('that refuses is passed on, and does not count as an act', async () => {
    handle.mockResolvedValue(refused('wrong-password'));
    expect(await ask(message('vault.unlock', UNLOCK))).toEqual(refused('wrong-password'));
    expect(ran).not.toContain('act');
  });

  it('that only looks does not put off the lock', async () => {
    // The rows whose input is not empty, with one that they take.
    const inputs: Partial<Record<MessageName, unknown>> = {
      'ways-in.doors': { copy: null },
      'copies.export': { name: 'a' },
      'drafts.read': { accountId: null },
      'drafts.discard': { accountId: null },
      'keys.history': { accountId: 'account', keyId: 'key' },
    };
    for (const name of NAMES.filter(other => !PROTOCOL[other].act && PROTOCOL[other].from === 'page')) {
      ran = [];
      await ask(message(name, inputs[name]));
      expect(ran, name).toEqual(['identify', `handler ${name}`]);
    }
  });
});
