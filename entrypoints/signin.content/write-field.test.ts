// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { hasRoom, holds, typeOut, writeEach } from './write-field';

function makeField(value = '', maxLength = -1): HTMLInputElement {
  const field = document.createElement('input');
  field.value = value;
  if (maxLength >= 0) field.maxLength = maxLength;
  return field;
}

it('takes what a mask made of a code or a key for the same, and of an email only its capitals', () => {
  expect(holds(makeField('123 456'), '123456', 'code')).toBe(true);
  expect(holds(makeField('pgp_ab-cd'), 'pgp_abcd', 'key')).toBe(true);
  expect(holds(makeField('12345'), '123456', 'code')).toBe(false);
  expect(holds(makeField('Me@Example.com '), 'me@example.com', 'email')).toBe(true);
  expect(holds(makeField('a-b@example.com'), 'ab@example.com', 'email')).toBe(false);
});

it('finds no room in a field that a person could not type so much into', () => {
  expect(hasRoom(makeField('', 5), '123456')).toBe(false);
  expect(hasRoom(makeField('', 6), '123456')).toBe(true);
  expect(hasRoom(makeField(), '123456')).toBe(true);
});

it('stops typing at the very character at which the field became another one', () => {
  const field = makeField();
  typeOut(field, '123456', () => field.value.length < 3);
  expect(field.value).toBe('123');
});

it('leaves a character to a page that takes it over', () => {
  const field = makeField();
  field.addEventListener('beforeinput', event => event.preventDefault());
  typeOut(field, '123456', () => true);
  expect(field.value).toBe('');
});

it('gives each box its own digit, and none to a box that became another one', () => {
  const boxes = Array.from({ length: 6 }, () => makeField());
  writeEach(boxes, '123456', box => box !== boxes[4]);
  expect(boxes.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '', '']);
});
