// @vitest-environment happy-dom
// What a page can do to keep what was written, or to have its text looked at for ever.
import './missing-getters.testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { clearWritten, takeFields } from './clear-written';
import { labelOfField } from './name-element';
import { readPage } from './read-page';
import { textOf } from './read-text';

let email: HTMLInputElement;
let key: HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = '<form><input id="email"><input id="key"></form>';
  [email, key] = Array.from(document.querySelectorAll('input')) as [HTMLInputElement, HTMLInputElement];
  takeFields([email, key]);
  email.value = 'robin@example.org';
  key.value = 'pgp_1234';
});

it('empties a field that the page takes away as it hears of the one before it', () => {
  email.addEventListener('input', () => key.remove());
  clearWritten();
  expect(key.isConnected).toBe(false);
  expect([email.value, key.value]).toEqual(['', '']);
});

it.each(['text', 'hidden', 'password', 'search'])('empties a field that the page has made one of type %s', type => {
  key.type = type;
  clearWritten();
  expect(key.value).toBe('');
});

it('empties a field that the page has closed, or moved out of its form', () => {
  email.disabled = true;
  document.body.append(key);
  key.readOnly = true;
  clearWritten();
  expect([email.value, key.value]).toEqual(['', '']);
});

it('reads no more of a text that leads back to itself than of any other', () => {
  const slot = document.createElement('slot');
  const assigned = vi.fn(() => [document.createTextNode('a'), slot]);
  slot.assignedNodes = assigned;
  expect(textOf(slot)).toMatch(/^a+$/u);
  expect(assigned.mock.calls.length).toBeLessThan(500);
});

/** As browsers do where a form has a field of that name, and this document does not. */
function clobber(form: Element | null, name: string, field: Element | null): void {
  if (form !== null) Object.defineProperty(form, name, { get: () => field });
}

it('is not led around in circles by a form that answers for what stands before it', () => {
  document.body.innerHTML = `<div><form id="form"></form><input id="clobbering" maxlength="1" form="form">
    <input id="field"></div>`;
  clobber(document.querySelector('form'), 'previousSibling', document.querySelector('#clobbering'));
  const field = document.querySelector('#field');
  expect(field instanceof HTMLInputElement && labelOfField(field)).toBe('');
});

it('reads a page where a form plays a button and answers with a field for its id', () => {
  document.body.innerHTML = '<form role="button"><input name="id"></form>';
  clobber(document.querySelector('form'), 'id', document.querySelector('input'));
  expect(readPage).not.toThrow();
});

it('speaks to the browser and to no element that goes by its name', async () => {
  const real = { id: 'latchkey', onMessage: { addListener: vi.fn() }, sendMessage: vi.fn() };
  vi.stubGlobal('chrome', { runtime: real });
  vi.stubGlobal('browser', { runtime: email });
  vi.resetModules();
  expect((await import('./runtime')).runtime).toBe(real);
  vi.unstubAllGlobals();
});
