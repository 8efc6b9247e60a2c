import { describe, expect, it } from 'vitest';
import type { SetupPage } from './setup-page';
import { readSetupPage } from './setup-page';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const OTHER = 'NBSWY3DPEB3W64TMMQQHO33SNRSCC2LT';

function link(over: Partial<Record<'label' | 'secret' | 'issuer' | 'rest', string>> = {}): string {
  const { label, secret, issuer, rest } = {
    label: 'Paramant:robin%40example.org',
    secret: SECRET,
    issuer: 'Paramant',
    rest: '&algorithm=SHA256&digits=6&period=30',
    ...over,
  };
  return `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}${rest}`;
}

/** A page that says the same three times, with what a case is about put over it. */
function page(over: Partial<SetupPage> = {}): SetupPage {
  return { link: link(), secretText: SECRET, pictures: [link(), link()], ...over };
}

/** A page that agrees with itself on something. */
function agreeing(said: string): SetupPage {
  return page({ link: said, pictures: [said] });
}

describe('readSetupPage', () => {
  it('takes what title, text and picture agree on', () => {
    const read = readSetupPage(page());
    if (!read.ok) throw new Error(read.error.code);
    const { secret, ...facts } = read.value.authenticator;
    expect(secret.reveal()).toBe(SECRET);
    expect(facts).toEqual({
      algorithm: 'SHA256',
      digits: 6,
      periodSeconds: 30,
      issuer: 'Paramant',
      account: 'robin@example.org',
    });
  });

  it('takes the secret in groups and small letters, as sites show it', () => {
    expect(readSetupPage(page({ secretText: ` ${SECRET.toLowerCase().replace(/(.{4})/g, '$1 ')}` })).ok).toBe(true);
  });

  it('takes a picture that writes the same link another way', () => {
    expect(readSetupPage(page({ pictures: [link({ label: 'Paramant%3Arobin%40example.org' })] })).ok).toBe(true);
  });

  it.each([
    ['shows nothing yet', page({ link: '', secretText: '', pictures: [] }), 'setup-not-shown'],
    ['shows another secret as text', page({ secretText: OTHER }), 'setup-text-differs'],
    ['shows a part of the secret as text', page({ secretText: SECRET.slice(0, 24) }), 'setup-text-differs'],
    ['shows no text', page({ secretText: '' }), 'setup-text-differs'],
    ['shows another secret to a phone', page({ pictures: [link({ secret: OTHER })] }), 'setup-picture-differs'],
    [
      'shows another secret in one of two pictures',
      page({ pictures: [link(), link({ secret: OTHER })] }),
      'setup-picture-differs',
    ],
    [
      'names another account in its title',
      page({ link: link({ label: 'Paramant:mallory%40example.org' }) }),
      'setup-picture-differs',
    ],
    [
      'has other digits in its picture',
      page({ pictures: [link({ rest: '&algorithm=SHA256&digits=8&period=30' })] }),
      'setup-picture-differs',
    ],
    [
      'has another algorithm in its picture',
      page({ pictures: [link({ rest: '&algorithm=SHA1&digits=6&period=30' })] }),
      'setup-picture-differs',
    ],
    ['has something else in its picture', page({ pictures: ['https://example.org/'] }), 'setup-picture-differs'],
    ['has no picture', page({ pictures: [] }), 'setup-picture-missing'],
    ['names another issuer', agreeing(link({ label: 'Bank:robin%40example.org', issuer: 'Bank' })), 'setup-issuer'],
    ['names another issuer in its label', agreeing(link({ label: 'Bank:robin%40example.org' })), 'setup-issuer'],
    ['names no issuer', agreeing(link({ label: 'robin%40example.org', issuer: '' })), 'setup-issuer'],
    ['writes its issuer with a Cyrillic letter', agreeing(link({ issuer: 'P%D0%B0ramant' })), 'setup-issuer'],
    ['names no address', agreeing(link({ label: 'Paramant:robin' })), 'setup-account'],
    [
      'turns the account around',
      agreeing(link({ label: 'Paramant:robin%E2%80%AE%40example.org' })),
      'authenticator-link-character',
    ],
    ['is an export of many', agreeing('otpauth-migration://offline?data=CjEKCkhlbGxv'), 'authenticator-migration'],
    ['is a link to a page', agreeing('https://example.org/'), 'authenticator-unknown-scheme'],
    ['gives the secret twice', agreeing(`${link()}&secret=${OTHER}`), 'authenticator-duplicate-parameter'],
  ])('refuses a page that %s', (_, said, code) => {
    expect(readSetupPage(said)).toMatchObject({ ok: false, error: { code } });
  });
});
