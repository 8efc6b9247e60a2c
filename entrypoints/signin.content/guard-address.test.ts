// @vitest-environment happy-dom
import './missing-getters.testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { carries } from './carried-value';
import { beginGuard, endGuarding, guardFields, guardSubmits } from './guard-address';

const LOGIN = 'https://paramant.app/auth/login';
const CODE = '123456';
const navigation = new EventTarget();
vi.stubGlobal('navigation', navigation);
guardSubmits(window);

/** Whether a navigation is let through. `formData`: what a form posts along. */
function goes(url: string, formData: FormData | null = null): boolean {
  const event = new Event('navigate', { cancelable: true });
  Object.assign(event, { destination: { url, sameDocument: false }, formData, navigationType: 'push' });
  return navigation.dispatchEvent(event);
}

function find<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new TypeError(`no ${selector}`);
  return found;
}

/** Whether a form that the browser is about to send would be left to it. */
function sends(selector: string): boolean {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  return find(selector).dispatchEvent(event);
}

const ends: (() => void)[] = [];

/** A run that writes a code and ends, on a page with three forms. */
function fillCode(): { readonly field: HTMLInputElement; readonly told: () => void } {
  document.body.innerHTML = `<form id="sign-in"><input id="code" name="totp"></form>
    <form id="posts" method="post"></form><form id="search"><input name="q" value="keys"></form>`;
  const field = find<HTMLInputElement>('#code');
  const told = vi.fn();
  beginGuard(told);
  ends.push(() => {
    endGuarding(told);
    field.value = '';
  });
  guardFields([field], CODE);
  field.value = CODE;
  return { field, told };
}

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('an address that held the email before anything was written', () => {
  afterEach(() => history.replaceState(null, '', '/'));

  it('may go on holding it, and takes on nothing else', () => {
    const { field, told } = fillCode();
    location.href = `${LOGIN}?email=robin%40example.org`;
    guardFields([field], 'robin@example.org');
    expect(goes(`${location.href}#code`)).toBe(true);
    expect(goes(location.href, new FormData())).toBe(true);
    expect(goes(`${location.href}&totp=${CODE}`)).toBe(false);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('once a run is over', () => {
  it('no navigation takes along what still stands in its fields, and nobody is told', () => {
    const { told } = fillCode();
    endGuarding(told);
    expect(goes(`${LOGIN}?email=a&totp=${CODE}`)).toBe(false);
    expect(goes(`${LOGIN}?totp=%31${CODE.slice(1)}`)).toBe(false);
    expect(told).not.toHaveBeenCalled();
  });

  it('all other navigations are let through, posted forms too', () => {
    endGuarding(fillCode().told);
    expect(goes('https://paramant.app/auth/backup?from=login')).toBe(true);
    expect(goes('https://elsewhere.example/', new FormData())).toBe(true);
  });

  it('a field that was emptied is guarded no more, and one that was taken off the page still is', () => {
    const { field, told } = fillCode();
    endGuarding(told);
    field.value = '';
    expect(goes(`${LOGIN}?totp=${CODE}`)).toBe(true);
    field.value = CODE;
    expect(goes(`${LOGIN}?totp=${CODE}`)).toBe(false);
    field.remove();
    expect(goes(`${LOGIN}?totp=${CODE}`)).toBe(false);
  });

  it('the person’s own links may carry the email that stands in a field', () => {
    const { field, told } = fillCode();
    field.value = 'robin@example.org';
    endGuarding(told);
    expect(goes('https://paramant.app/auth/backup?email=robin%40example.org')).toBe(true);
  });

  it('a form with such a field is not left to the browser as an address, and every other form is', () => {
    const { field, told } = fillCode();
    endGuarding(told);
    expect(sends('#sign-in')).toBe(false);
    expect([sends('#posts'), sends('#search')]).toEqual([true, true]);
    field.value = '';
    expect(sends('#sign-in')).toBe(true);
  });

  it('a form that the page takes over is its own affair, however late it began to listen', () => {
    const { told } = fillCode();
    const seen: boolean[] = [];
    const onSubmit = (event: Event) => {
      seen.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('submit', onSubmit);
    sends('#sign-in');
    removeEventListener('submit', onSubmit);
    expect(seen).toEqual([false]);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('while a run is under way', () => {
  it('what it wrote is stopped even when the field no longer holds it, and the run is told', () => {
    const { field, told } = fillCode();
    field.value = '';
    expect(goes(`${LOGIN}?totp=${CODE}`)).toBe(false);
    expect(told).toHaveBeenCalledOnce();
  });

  it('the end of the one before it changes nothing', () => {
    const earlier = vi.fn();
    beginGuard(earlier);
    const { field, told } = fillCode();
    endGuarding(earlier);
    field.value = '';
    expect(goes(`${LOGIN}?totp=${CODE}`)).toBe(false);
    expect(told).toHaveBeenCalledOnce();
  });

  it('no form is posted to another site', () => {
    fillCode();
    expect(goes('https://elsewhere.example/', new FormData())).toBe(false);
    expect(goes('https://paramant.app/auth/login', new FormData())).toBe(true);
  });
});

describe('an address', () => {
  it('carries a code also where six boxes send one digit each', () => {
    const boxes = Array.from(CODE, (digit, index) => `d${index + 1}=${digit}`).join('&');
    expect(carries(`${LOGIN}?email=a&${boxes}#end`, [CODE])).toBe(true);
    expect(carries(`${LOGIN}?d1=1&d2=3&d3=2`, [CODE])).toBe(false);
  });
});
