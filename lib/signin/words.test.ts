import { describe, expect, it } from 'vitest';
import { fold, foldSaid, without } from './words';

describe('fold', () => {
  it.each([
    ['  API-Schlüssel:\n*', 'api schlussel'],
    ['apiKey', 'api key'],
    ['APIKey', 'api key'],
    ['user[e-mail]', 'user e mail'],
    ['Größe', 'grosse'],
    ['E‑Mail', 'e mail'],
    ['pass\u200bword', 'password'],
    ['you@example.com', 'you@example com'],
    ['ＡＰＩ key', 'api key'],
    ['', ''],
  ])('makes of %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('foldSaid', () => {
  it.each([
    ['The code (not a backup code)', 'the code'],
    ['Geen reservecode: de code uit de app', 'de code uit de app'],
    ['6-stelliger Code, kein Ersatzcode', '6 stelliger code'],
  ])('leaves out of %j what is denied', (text, folded) => {
    expect(foldSaid(text)).toBe(folded);
  });
});

describe('without', () => {
  it('takes out every match and tidies what is left', () => {
    expect(without('enter your code here', /enter|here/u, /your/u)).toBe('code');
  });
});
