// @vitest-environment happy-dom
// What the script on the login page does while nobody asks for a sign-in: it says that it is there, and is quiet.
import './missing-getters.testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import script from './index';

const LOGIN = 'https://paramant.app/auth/login';
/** Long enough for anything that repeats itself. */
const A_WHILE_MS = 60_000;

const sent: unknown[] = [];
const spies = () => ({
  mutations: vi.spyOn(MutationObserver.prototype, 'observe'),
  looks: vi.spyOn(Document.prototype, 'querySelectorAll'),
  boxes: vi.spyOn(Element.prototype, 'getBoundingClientRect'),
  timers: vi.spyOn(globalThis, 'setTimeout'),
  intervals: vi.spyOn(globalThis, 'setInterval'),
  frames: vi.spyOn(globalThis, 'requestAnimationFrame'),
});

function openAt(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.body.innerHTML = '<form><label>Email <input id="email" type="email"></label><button>Sign in</button></form>';
}

/** Starts the script as the browser does, and lets the page change all the while. */
async function runFor(ms: number): Promise<void> {
  (script.main as () => void)();
  for (let elapsedMs = 0; elapsedMs < ms; elapsedMs += 1_000) {
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('PerformanceNavigationTiming', class {});
  sent.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: { name: string }) => {
    sent.push(message.name);
    return { ok: true, value: message.name === 'signin.hello' ? { runId: null } : null };
  }) as never);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the script on the login page', () => {
  it('watches nothing, looks at nothing and sets no timer before a sign-in, however much the page changes', async () => {
    openAt(LOGIN);
    const watched = spies();
    await runFor(A_WHILE_MS);
    expect(sent).toEqual(['signin.hello', 'signin.arrived']);
    for (const [what, spy] of Object.entries(watched)) expect(spy, what).not.toHaveBeenCalled();
  });

  it.each(['https://paramant.app/auth/login2', 'https://paramant.app/account', 'https://evil.example/auth/login'])(
    'does nothing whatever at %s',
    async url => {
      openAt(url);
      const hears = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
      const watched = spies();
      await runFor(1_000);
      expect(sent).toEqual([]);
      expect(hears).not.toHaveBeenCalled();
      for (const [what, spy] of Object.entries(watched)) expect(spy, what).not.toHaveBeenCalled();
    },
  );
});
