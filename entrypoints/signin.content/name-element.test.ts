// @vitest-environment happy-dom
import './missing-getters.testing';
import { describe, expect, it } from 'vitest';
import { labelOfField } from './name-element';

/** The name of the field with the id `field`, in the page's markup. */
function nameIn(markup: string): string {
  document.body.innerHTML = markup;
  const field = document.querySelector('#field');
  if (!(field instanceof HTMLInputElement)) throw new TypeError('no field');
  return labelOfField(field);
}

it.each([
  ['a label that names it', '<label for="field">API key</label><input id="field">', 'API key'],
  ['a label around it', '<label>API <b>key</b><input id="field"></label>', 'API key'],
  ['what it is labelled by', '<i id="a">API</i> <i id="b">key</i><input id="field" aria-labelledby="a b">', 'API key'],
  ['what it says of itself', '<input id="field" aria-label="API key">', 'API key'],
  ['its title', '<input id="field" title="API key">', 'API key'],
  ['the text before it', '<p>Sign in</p><div>API key <input id="field"></div>', 'API key'],
  ['the cell beside its own', '<table><tr><td>API key</td><td><input id="field"></td></tr></table>', 'API key'],
  ['the text before the row of boxes', '<b>Code</b><input maxlength="1"><input maxlength="1" id="field">', 'Code'],
])('is taken from %s', (_, markup, name) => {
  expect(nameIn(markup)).toBe(name);
});

it.each([
  ['a placeholder says it better', 'Account <input id="field" placeholder="API key">'],
  ['another field comes first', 'Email <input><input id="field">'],
  ['the text is a paragraph', `<p>${'word '.repeat(40)}</p><input id="field">`],
  ['the text is of a script', '<script type="text/plain">API key</script><input id="field">'],
  ['the text stands outside of the form', 'API key<form><input id="field"></form>'],
])('is left empty where %s', (_, markup) => {
  expect(nameIn(markup)).toBe('');
});

/** The name of the one field in the shadow root of the host with the id `host`; the rest of the page goes into `markup`. */
function nameInShadow(markup: string, shadow: string): string {
  document.body.innerHTML = markup;
  const host = document.querySelector('#host');
  if (host === null) throw new TypeError('no host');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = shadow;
  const field = root.querySelector('input');
  if (!(field instanceof HTMLInputElement)) throw new TypeError('no field');
  return labelOfField(field);
}

const SLOTTED = '<label for="field"><slot></slot></label><input id="field">';

describe('across a shadow root', () => {
  it.each([
    ['what fills the slot of its label', '<x-field id="host">API <b>key</b></x-field>', SLOTTED],
    ['what the slot holds by itself', '<x-field id="host"></x-field>', SLOTTED.replace('<slot>', '<slot>API key')],
    [
      'the slot that it is labelled by',
      '<x-field id="host"><i slot="name">API key</i></x-field>',
      '<p id="a"><slot name="name"></slot></p><input aria-labelledby="a">',
    ],
    ['a label for the host', '<label for="host">API key</label><x-field id="host"></x-field>', '<input>'],
    ['a label around the host', '<label>API key <x-field id="host"></x-field></label>', '<input>'],
    ['what the host says of itself', '<x-field id="host" aria-label="API key"></x-field>', '<input>'],
    [
      'what the host is labelled by',
      '<i id="a">API key</i><x-field id="host" aria-labelledby="a"></x-field>',
      '<input>',
    ],
    ['the text before the host', '<p>API key <x-field id="host"></x-field></p>', '<input>'],
  ])('is taken from %s', (_, markup, shadow) => {
    expect(nameInShadow(markup, shadow)).toBe('API key');
  });

  it('is not taken from the host where that holds more than this field', () => {
    expect(nameInShadow('<x-form id="host" aria-label="Sign in"></x-form>', '<input><input>')).toBe('');
  });

  it('is not taken from what another field’s element says', () => {
    document.body.innerHTML = '<x-field id="host">Email</x-field><input id="field">';
    const host = document.querySelector('#host');
    if (host !== null) host.attachShadow({ mode: 'open' }).innerHTML = SLOTTED;
    const field = document.querySelector('input');
    expect(field instanceof HTMLInputElement && labelOfField(field)).toBe('');
  });
});
