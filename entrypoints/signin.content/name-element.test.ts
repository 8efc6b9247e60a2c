// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { labelOfField } from './name-element';

// What this DOM does not have where browsers have it. None of it is about names.
vi.hoisted(() => {
  for (const [prototype, name] of [
    [Element.prototype, 'assignedSlot'],
    [Document.prototype, 'documentElement'],
    [Node.prototype, 'baseURI'],
  ] as const) {
    if (!Object.hasOwn(prototype, name))
      Object.defineProperty(prototype, name, { get: () => null, configurable: true });
  }
});

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
