// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { PERSON_QUESTION } from '../../signin/dashboard-page';
import { readPersons } from './read-persons';

beforeEach(() => {
  // A DOM without a layout: what is marked hidden is not seen.
  Element.prototype.checkVisibility = function isSeen(this: Element) {
    return this.closest('[hidden]') === null;
  };
});

function read(html: string, mostPersons = 64) {
  document.body.innerHTML = html;
  return readPersons(PERSON_QUESTION, mostPersons).persons;
}

const ROBIN = { email: 'robin@example.org', isSignedIn: true };

describe('the addresses on a page of keys', () => {
  it.each([
    ['beside the way to sign out', '<nav><span>robin@example.org</span> <a href="/auth/logout">x</a></nav>'],
    ['beside a button of those words', '<header><b>robin@example.org</b><button>Sign out</button></header>'],
    ['in a menu that is closed', '<nav><div hidden><i>robin@example.org</i><a href="/logout">x</a></div></nav>'],
    ['behind the words that say so', '<p>Signed in as <strong>robin@example.org</strong>.</p>'],
    ['in one text with them', '<p>You are logged in as robin@example.org.</p>'],
  ])('are of whoever is signed in %s', (_, html) => {
    expect(read(html)).toEqual([ROBIN]);
  });

  it.each([
    ['elsewhere on it', '<p>robin@example.org</p>'],
    ['in a menu without a way to sign out', '<nav><a href="/help">robin@example.org</a></nav>'],
    ['after words about somebody else', '<p>Shared with <b>robin@example.org</b></p>'],
  ])('are anybody’s %s', (_, html) => {
    expect(read(html)).toEqual([{ ...ROBIN, isSignedIn: false }]);
  });

  it('are not those that nobody sees, nor those in scripts', () => {
    expect(read('<p hidden>robin@example.org</p><script>"a@example.org"</script>')).toEqual([]);
  });

  it('are as many as are asked for, at most', () => {
    expect(read('<p>a@example.org b@example.org</p><p>c@example.org</p>', 2)).toHaveLength(2);
  });
});
