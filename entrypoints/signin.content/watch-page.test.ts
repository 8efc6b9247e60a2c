// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://paramant.app/auth/login" }
// What an answer to the page's own requests says of the sign-in.
import './missing-getters.testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageWatch } from './watch-page';
import { watchPage } from './watch-page';

class Entry {
  readonly initiatorType = 'fetch';
  readonly name: string;
  readonly responseStatus: number;
  readonly startTime: number;
  constructor(name: string, responseStatus: number, startTime: number) {
    this.name = name;
    this.responseStatus = responseStatus;
    this.startTime = startTime;
  }
}

let tell: (list: { getEntries: () => readonly Entry[] }) => void;
let watch: PageWatch;

beforeEach(() => {
  vi.stubGlobal('PerformanceResourceTiming', Entry);
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(heard: typeof tell) {
        tell = heard;
      }
      observe() {}
      disconnect() {}
    },
  );
  document.body.innerHTML = '<form action="/auth/login/key?next=x"><input><button>Continue</button></form>';
  watch = watchPage(false);
});

afterEach(() => {
  watch.end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function answer(path: string, status: number, startTime = performance.now()) {
  tell({ getEntries: () => [new Entry(`https://paramant.app${path}`, status, startTime)] });
}

/** Sends the form as a person's press does. */
function send() {
  const event = new Event('submit', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  document.querySelector('form')?.dispatchEvent(event);
}

it('is of the form where it comes from where the form was sent to, or from the site’s own address', () => {
  watch.expectAnswer();
  send();
  answer('/api/auth/session', 401);
  expect(watch.answer()).toEqual({ status: 401, ofForm: false });
  answer('/auth/login/key', 403);
  expect(watch.answer()).toEqual({ status: 403, ofForm: true });
  answer('/api/user/login', 401);
  expect(watch.answer()).toEqual({ status: 401, ofForm: true });
});

it('stands once it was the form’s, whatever else the page asks for behind it', () => {
  watch.expectAnswer();
  send();
  answer('/api/user/login', 200);
  answer('/api/auth/session', 401);
  expect(watch.answer()).toEqual({ status: 200, ofForm: true });
  watch.expectAnswer();
  answer('/api/auth/session', 401, performance.now() + 1);
  expect(watch.answer()).toEqual({ status: 401, ofForm: false });
});

it('is not of a form that was sent before the press', () => {
  send();
  watch.expectAnswer();
  answer('/auth/login/key', 401);
  expect(watch.answer()).toEqual({ status: 401, ofForm: false });
});

it('tells of a sign-in that was sent only where it went to the site’s own address after the last value was written', () => {
  const field = document.querySelector('input');
  answer('/api/user/login', 200);
  expect(watch.sent()).toBe(false);
  const beforeMs = performance.now() - 1;
  if (field !== null) watch.guard([field], '123456');
  answer('/api/user/login', 200, beforeMs);
  answer('/api/auth/session', 200, performance.now() + 1);
  expect(watch.sent()).toBe(false);
  answer('/api/user/login', 200, performance.now() + 1);
  expect(watch.sent()).toBe(true);
});
