import { describe, expect, it } from 'vitest';
import { pickCommonPasswords } from '../../scripts/pick-common-passwords';
import commonPasswords from './common-passwords.json';
import { generatePassphrase } from './passphrase';
import { passwordProblem, passwordStrength } from './password-strength';

describe('passwordProblem', () => {
  it.each([
    ['', 'password-too-short'],
    ['Xk7!vQz93#a', 'password-too-short'],
    ['🔑🗝🚪🏠🌲🌊🪨🔥🧊🌙⭐', 'password-too-short'],
    // Each ligature is three letters after NFKC, and a combined accent is one.
    ['a\u0301e\u0301i\u0301o\u0301u\u0301y\u0301', 'password-too-short'],
    ['passwordpassword', 'password-common'],
    ['PassWordPassWord', 'password-common'],
    ['1qaz2wsx3edc', 'password-common'],
    ['cde3xsw2zaq1', 'password-common'],
    ['aaaaaaaaaaaaaaaa', 'password-weak'],
    ['123456789012345', 'password-weak'],
    ['latchkeylatchkey', 'password-weak'],
    ['paramant2026', 'password-weak'],
    ['dragonpassword', 'password-weak'],
    ['iloveyou12345', 'password-weak'],
  ])('finds in %j the problem %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it.each([
    'violet tram under nine bridges',
    'ключ под старым ковриком',
    'ﬃﬃﬃﬃ quartz 9 lamp',
    'hG7#kk2!pQz&v0',
    'brisk otter paints the moon '.repeat(100),
    '   spaces   count   too  ',
  ])('takes %j', password => {
    expect(passwordProblem(password)).toBeNull();
  });

  it('judges a password by what NFKC makes of it', () => {
    expect(passwordProblem('ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ')).toBe('password-common');
  });

  it('finds every offered passphrase strong', () => {
    for (let seed = 0; seed < 40; seed++) {
      const phrase = generatePassphrase(count =>
        new Uint8Array(count).map((_, index) => (seed * 73 + index * 151 + index * index * seed) & 255),
      );
      expect(passwordStrength(phrase)).toBe('strong');
    }
  });
});

describe('common-passwords.json', () => {
  it('holds what scripts/pick-common-passwords.ts picks: run it after an update of the word lists', () => {
    expect(commonPasswords.spaceSeparated.split(' ')).toEqual(pickCommonPasswords());
  });
});
