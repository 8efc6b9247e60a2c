// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://paramant.app/auth/backup" }
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardFields } from './guard-fields';

const BACKUP = 'https://paramant.app/auth/backup';
const EMAIL = 'robin+work@example.org';
const CODE = '2345-6789-ABCD';
const navigation = new EventTarget();

beforeAll(() => {
  vi.stubGlobal('navigation', navigation);
  guardFields(performance.timeOrigin, ['#email', '#code']);
});

beforeEach(() => {
  document.body.innerHTML = `<form id="backup"><input id="email"><input id="code"><button>Sign in</button></form>
    <form id="posts" method="post"></form><form id="search"><input name="q" value="backup codes"></form>`;
  find('#email').value = EMAIL;
  find('#code').value = CODE;
});

function find(selector: string): HTMLInputElement {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`no ${selector}`);
  return found;
}

/** Whether a navigation is let through. */
function goes(url: string): boolean {
  const event = new Event('navigate', { cancelable: true });
  Object.assign(event, { destination: { url } });
  return navigation.dispatchEvent(event);
}

/** Has the browser itself say something; false where that was stopped. */
function happens(event: Event, target: EventTarget | null): boolean {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return target?.dispatchEvent(event) ?? false;
}

const sends = (selector: string) =>
  happens(new SubmitEvent('submit', { bubbles: true, cancelable: true }), document.querySelector(selector));

describe('what was filled into a page that has lost its script', () => {
  it('goes into no address, however it is written there', () => {
    for (const value of [EMAIL, CODE]) {
      expect(goes(`${BACKUP}?a=1&b=${encodeURIComponent(value)}`)).toBe(false);
      expect(goes(`${BACKUP}#${value}`)).toBe(false);
    }
    expect(goes(`${BACKUP}?${new URLSearchParams({ email: EMAIL })}`)).toBe(false);
  });

  it('is not sent by the browser as an address, and all other forms and links are let through', () => {
    expect(sends('#backup')).toBe(false);
    expect([sends('#posts'), sends('#search')]).toEqual([true, true]);
    expect(goes('https://paramant.app/auth/login?from=%E0%A4%A')).toBe(true);
  });

  it('is guarded also in fields that were drawn anew, and no more once it was taken out', () => {
    document.body.innerHTML = `<form id="backup"><input id="code" value="${CODE}"></form>`;
    expect(sends('#backup')).toBe(false);
    find('#code').value = '';
    expect(sends('#backup')).toBe(true);
    expect(goes(`${BACKUP}?code=${CODE}`)).toBe(true);
  });

  it('is the affair of a page that takes its form over, however late it began to listen', () => {
    const seen: boolean[] = [];
    const takeOver = (event: Event) => {
      seen.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('submit', takeOver);
    sends('#backup');
    removeEventListener('submit', takeOver);
    expect(seen).toEqual([false]);
  });

  it('is emptied as the page is left, but for what a person has typed in', () => {
    happens(new Event('input', { bubbles: true }), find('#email'));
    find('#code').dispatchEvent(new Event('input', { bubbles: true }));
    window.dispatchEvent(new Event('pagehide'));
    expect(find('#code').value).toBe(CODE);
    happens(new Event('pagehide'), window);
    expect([find('#email').value, find('#code').value]).toEqual([EMAIL, '']);
  });
});

it('is guarded in no other document than the one that was meant', () => {
  const listens = vi.spyOn(window, 'addEventListener');
  guardFields(performance.timeOrigin + 1, ['#email']);
  expect(listens).not.toHaveBeenCalled();
});
