// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://paramant.app/auth/login" }
// What the script on the login page does with what the worker tells it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabMessage } from '../../lib/messages/tab-message';
import { takeFields } from './clear-written';
import script from './index';

// Every browser has these on the prototypes; this document lacks them, or the base of a document itself.
vi.hoisted(() => {
  const absent = { get: () => null, configurable: true };
  Object.defineProperty(Element.prototype, 'assignedSlot', absent);
  Object.defineProperty(Document.prototype, 'documentElement', absent);
  Object.defineProperty(Node.prototype, 'baseURI', { get: () => location.href, configurable: true });
  Element.prototype.checkVisibility = () => true;
});

type Listener = (message: unknown, sender: object, reply: (token: string | null) => void) => void;

let listener: Listener;
const asked: string[] = [];
let answerStep: (instruction: object) => void;

/** Has the worker say something, and gives what the script answers. */
function hear(message: TabMessage): string | null | undefined {
  let answer: string | null | undefined;
  listener(message, { id: fakeBrowser.runtime.id }, token => {
    answer = token;
  });
  return answer;
}

const begin = (documentToken: string | null) => hear({ latchkey: 'begin', runId: 'run-1', documentToken });
const emailField = () => document.querySelector('input') as HTMLInputElement;

beforeEach(async () => {
  vi.stubGlobal('PerformanceNavigationTiming', class {});
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
  document.body.innerHTML = '<form><label>Email <input id="email" type="email"></label><button>Go</button></form>';
  asked.length = 0;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(((added: Listener) => {
    listener = added;
  }) as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ name }: { name: string }) => {
    asked.push(name);
    if (name !== 'signin.step') return { ok: true, value: { runId: null } };
    const value = await new Promise(resolve => {
      answerStep = resolve;
    });
    return { ok: true, value };
  }) as never);
  (script.main as () => void)();
});

afterEach(() => {
  hear({ latchkey: 'clear' });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const steps = () => asked.filter(name => name === 'signin.step').length;

describe('a run', () => {
  it('begins in the document that was asked for, by its token', () => {
    const token = hear({ latchkey: 'are-you-there' });
    expect(begin(token ?? '')).toBe(token);
    expect(steps()).toBe(1);
  });

  it('begins where no token was known yet', () => {
    expect(begin(null)).toBe(hear({ latchkey: 'are-you-there' }));
    expect(steps()).toBe(1);
  });

  it('does not begin in a document that has come in the place of the one that was asked for', () => {
    expect(begin('token of the one before')).toBeNull();
    expect(steps()).toBe(0);
  });

  it('goes on where the page itself says that it is being left', async () => {
    begin(null);
    window.dispatchEvent(new Event('pagehide'));
    answerStep({ do: 'wait' });
    await vi.waitFor(() => expect(steps()).toBe(2));
  });

  it('is over once the worker says so: a value that was on its way is not written any more', async () => {
    begin(null);
    hear({ latchkey: 'clear' });
    answerStep({ do: 'write', kind: 'email', signatures: ['any'], value: 'robin@example.org' });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(emailField().value).toBe('');
    expect(steps()).toBe(1);
  });
});

it('what was written is taken out of the page, wherever the page says that it is by now', () => {
  takeFields([emailField()]);
  emailField().value = 'robin@example.org';
  history.replaceState(null, '', '/elsewhere');
  hear({ latchkey: 'clear' });
  history.replaceState(null, '', '/auth/login');
  expect(emailField().value).toBe('');
});
