// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://paramant.app/auth/backup" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFields } from './write-fields';

const BORN = performance.timeOrigin;
const WRITES = [
  { selector: '#email', value: 'robin@example.org' },
  { selector: '#code', value: '2345-6789-ABCD' },
];
const CODE_TOP = 100;
/** What lies over everything at that height of the viewport. */
let topmost: ((y: number) => Element | null) | null = null;
const FIELDS = '<input id="email" type="email"><input id="code">';

beforeEach(() => {
  vi.restoreAllMocks();
  Element.prototype.checkVisibility = () => true;
  // This DOM has no base for a document itself.
  vi.spyOn(Node.prototype, 'baseURI', 'get').mockReturnValue(location.href);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, this.id === 'code' ? CODE_TOP : 0, 100, 20);
  });
  topmost = null;
  // Nothing is laid out here: what a click reaches is said, and so is how much of it shines through.
  Document.prototype.elementFromPoint = (_x: number, y: number) =>
    topmost?.(y) ?? document.querySelector(y > CODE_TOP ? '#code' : '#email');
  Element.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal('getComputedStyle', ({ style }: HTMLElement) => ({
    opacity: style.opacity || '1',
    filter: style.filter || 'none',
  }));
});

async function write(html: string, writes = WRITES, bornAtMs = BORN) {
  document.body.innerHTML = html;
  const { state } = await writeFields(bornAtMs, writes);
  return { state, values: Array.from(document.querySelectorAll('input'), ({ value }) => value) };
}

describe('a backup code', () => {
  it.each([
    ['a form without an address', `<form>${FIELDS}<button>Sign in</button></form>`],
    ['a form that leads to the same site', `<form action="/auth/backup">${FIELDS}</form>`],
    ['no form at all', FIELDS],
  ])('is written into %s', async (_, html) => {
    const written = ['robin@example.org', '2345-6789-ABCD'];
    expect(await write(html)).toEqual({ state: 'wrote', values: written });
  });

  it.each([
    ['whose form leads elsewhere', `<form action="https://evil.example/">${FIELDS}</form>`],
    ['whose form leads elsewhere by no address at all', `<form action="http://[">${FIELDS}</form>`],
    ['whose form runs a script as its address', `<form action="javascript:0">${FIELDS}</form>`],
    ['with a button that leads elsewhere', `<form>${FIELDS}<button formaction="//evil.example/"></button></form>`],
    [
      'with a button elsewhere on the page that leads elsewhere',
      `<form id="f">${FIELDS}</form><button form="f" formaction="https://evil.example/"></button>`,
    ],
    ['where the field stands twice', `${FIELDS}<input id="code">`],
    ['where one of the fields is missing', '<input id="email">'],
    ['where the field cannot be typed into', '<input id="email"><input id="code" readonly>'],
    ['where the field is of another kind', '<input id="email"><input id="code" type="hidden">'],
  ])('is written nowhere on a page %s', async (_, html) => {
    const { state, values } = await write(html);
    expect(state).toBe('missing');
    expect(values.join('')).toBe('');
  });

  it('is written nowhere where a field is not seen, or too small to be', async () => {
    Element.prototype.checkVisibility = () => false;
    expect(await write(FIELDS)).toEqual({ state: 'missing', values: ['', ''] });
    Element.prototype.checkVisibility = () => true;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1, 1));
    expect(await write(FIELDS)).toEqual({ state: 'missing', values: ['', ''] });
  });

  it.each([
    ['stands in something see-through', `<div style="opacity: 0.2"><p style="opacity: 0.2">${FIELDS}</p></div>`],
    ['is see-through by a filter', `<div style="filter: opacity(0.05)">${FIELDS}</div>`],
    ['stands in what is there for no reader', `<div aria-hidden="true">${FIELDS}</div>`],
  ])('is written nowhere where a field %s', async (_, html) => {
    expect(await write(html)).toEqual({ state: 'missing', values: ['', ''] });
  });

  it('is written nowhere where something lies over a field, or no scrolling brings it into sight', async () => {
    topmost = y => (y > CODE_TOP ? document.body : null);
    expect(await write(FIELDS)).toEqual({ state: 'missing', values: ['', ''] });
    // Something over half of it.
    topmost = y => (y > CODE_TOP + 9 ? document.body : null);
    expect(await write(FIELDS)).toEqual({ state: 'missing', values: ['', ''] });
    expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
  });

  it('is written where the field is brought into sight first, or its label is what a click reaches', async () => {
    topmost = () => document.body;
    Element.prototype.scrollIntoView = () => {
      topmost = null;
    };
    expect((await write(FIELDS)).state).toBe('wrote');
    const html = '<input id="email"><label for="code">Code</label><input id="code">';
    topmost = y => (y > CODE_TOP ? document.querySelector('label') : null);
    expect((await write(html)).state).toBe('wrote');
  });

  it('is written into no other document than the one that was meant', async () => {
    expect(await write(FIELDS, WRITES, BORN + 1)).toEqual({ state: 'elsewhere', values: ['', ''] });
  });

  it('is asked after without being written', async () => {
    const asked = WRITES.map(({ selector }) => ({ selector }));
    document.body.innerHTML = FIELDS;
    expect((await writeFields(BORN, asked)).state).toBe('wrote');
    expect(document.querySelector<HTMLInputElement>('#code')?.value).toBe('');
  });

  it('that the page does not keep is told as refused', async () => {
    document.body.innerHTML = FIELDS;
    const code = document.querySelector<HTMLInputElement>('#code');
    code?.addEventListener('input', () => {
      code.value = '';
    });
    expect((await writeFields(BORN, WRITES)).state).toBe('refused');
  });
});
