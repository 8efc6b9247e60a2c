// @vitest-environment happy-dom
import './missing-getters.testing';
import { expect, it } from 'vitest';
import { TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { textOf } from './read-text';

/** What an element around this markup says. */
function textIn(markup: string): string {
  const element = document.createElement('div');
  element.innerHTML = markup;
  return textOf(element);
}

it('is one line of what the element says, and none of what is typed or chosen in it', () => {
  expect(textIn(' API\n <b>k</b>ey ')).toBe('API key');
  expect(textIn('Key <textarea>typed</textarea><select><option>chosen</option></select>')).toBe('Key');
  expect(textIn('<style>b {}</style><script type="text/plain">x</script>Key')).toBe('Key');
});

it('takes in what fills the slots of a button, which stands outside of it', () => {
  const host = document.createElement('x-button');
  host.innerHTML = '<i slot="icon">→</i>Log <b>in</b>';
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<style>i {}</style><button><slot></slot> <slot name="icon"></slot></button>';
  document.body.append(host);
  expect(textOf(root.querySelector('button') ?? undefined)).toBe('Log in →');
  expect(textOf(host)).toBe('Log in →');
});

it('ends somewhere, however much there is', () => {
  expect(textIn('word '.repeat(10_000))).toHaveLength(TEXT_CAP);
  expect(textIn(`${'<i></i>'.repeat(10_000)}far`)).toBe('');
  expect(textOf(undefined)).toBe('');
});
