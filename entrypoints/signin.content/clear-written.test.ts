// @vitest-environment happy-dom
// What was written is taken out of the page again, and what is a person's is not.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearWritten, noteSending, takeFields } from './clear-written';

// Every browser has these on the prototypes; this document does not, and nothing here reads them.
vi.hoisted(() => {
  const absent = { get: () => null, configurable: true };
  Object.defineProperty(Element.prototype, 'assignedSlot', absent);
  Object.defineProperty(Document.prototype, 'documentElement', absent);
});

const LONG_AGO_MS = 60_000;

function find(selector: string): HTMLInputElement {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLInputElement)) throw new TypeError(`no ${selector}`);
  return found;
}

const values = () => Array.from(document.querySelectorAll('input'), ({ value }) => value);

/** Has the browser itself say something. */
function happen(event: Event, target: EventTarget): void {
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}

// One clock for all of them: what was sent in one test is long ago in the next.
beforeAll(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

beforeEach(() => {
  vi.advanceTimersByTime(LONG_AGO_MS);
  document.body.innerHTML = '<form><input id="email"><input id="key"><input id="note" value="mine"></form>';
  takeFields([find('#email'), find('#key')]);
  find('#email').value = 'robin@example.org';
  find('#key').value = 'pgp_1234';
});

describe('what was written', () => {
  it('is taken out of its fields, and the page is told as if a person had', () => {
    const heard = vi.fn();
    find('#key').addEventListener('input', heard);
    clearWritten();
    expect(values()).toEqual(['', '', 'mine']);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('is left where a person has typed since, and not where a page only says so', () => {
    happen(new Event('input', { bubbles: true }), find('#email'));
    find('#key').dispatchEvent(new Event('input', { bubbles: true }));
    clearWritten();
    expect(values()).toEqual(['robin@example.org', '', 'mine']);
  });

  it('is ours again once another run has written there', () => {
    happen(new Event('input', { bubbles: true }), find('#email'));
    takeFields([find('#email')]);
    clearWritten();
    expect(values()).toEqual(['', '', 'mine']);
  });

  it('is taken out as the page is left, when the browser says so and nobody else', () => {
    window.dispatchEvent(new Event('pagehide'));
    expect(values()).toEqual(['robin@example.org', 'pgp_1234', 'mine']);
    // Also what is on its way: a form has been read by then.
    noteSending();
    happen(new Event('pagehide'), window);
    expect(values()).toEqual(['', '', 'mine']);
  });

  it('is taken out of a field, too, that the page has taken off and may put back', () => {
    const key = find('#key');
    key.remove();
    clearWritten();
    document.body.append(key);
    expect(values()).not.toContain('pgp_1234');
  });

  it('stays while a page that was pressed may still read it, and is taken out then', () => {
    noteSending();
    clearWritten();
    vi.advanceTimersByTime(1_900);
    expect(values()).toEqual(['robin@example.org', 'pgp_1234', 'mine']);
    vi.advanceTimersByTime(200);
    expect(values()).toEqual(['', '', 'mine']);
  });

  it('is not taken from a run that has begun meanwhile', () => {
    noteSending();
    clearWritten();
    takeFields([find('#email')]);
    vi.advanceTimersByTime(LONG_AGO_MS);
    expect(values()).toEqual(['robin@example.org', 'pgp_1234', 'mine']);
  });
});
