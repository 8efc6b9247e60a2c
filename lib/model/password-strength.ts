// How long a master password holds against guessing. This file is heavy (the estimator and its word lists, about 65 kB
// zipped), so pages load it by dynamic import where a password is chosen and nowhere else.
import type { MatchExtended } from '@zxcvbn-ts/core';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import diceware from '@zxcvbn-ts/language-common/src/diceware.json';
import { forgetLastMatch } from '../shared/forget-last-match';
import commonPasswords from './common-passwords.json';
import { isTooShort } from './password-length';

/** Why a text cannot be a master password. */
export type PasswordProblem = 'password-too-short' | 'password-common' | 'password-weak';

/** `good` takes more than 10^8 guesses at Argon2id's price, `strong` more than 10^10. */
export type PasswordStrength = PasswordProblem | 'good' | 'strong';

const PASSWORDS = 'passwords';
const SITE_WORDS = ['paramant', 'latchkey', 'dashboard', 'authenticator', 'masterpassword'];

const listed: ReadonlySet<string> = new Set(commonPasswords.spaceSeparated.split(' '));

const estimator = new ZxcvbnFactory({
  dictionary: { [PASSWORDS]: [...listed], words: diceware, site: SITE_WORDS },
  graphs: adjacencyGraphs,
});

/** The estimator keeps the last password that it was given: it is given none behind each. */
function estimate(password: string) {
  try {
    return estimator.check(password);
  } finally {
    estimator.check('');
    forgetLastMatch();
  }
}

/** Whether the whole password is one listed entry, in any case, reversed, or with the usual digits for letters. */
function isListed(password: string, sequence: readonly MatchExtended[]): boolean {
  if (listed.has(password.toLowerCase())) return true;
  const [only, ...rest] = sequence;
  return (
    rest.length === 0 && only?.pattern === 'dictionary' && 'dictionaryName' in only && only.dictionaryName === PASSWORDS
  );
}

/** How strong a password is, judged as the vault takes it in: after NFKC. */
export function passwordStrength(password: string): PasswordStrength {
  if (isTooShort(password)) return 'password-too-short';
  const normal = password.normalize('NFKC');
  const { score, sequence } = estimate(normal);
  if (isListed(normal, sequence)) return 'password-common';
  if (score < 3) return 'password-weak';
  return score === 3 ? 'good' : 'strong';
}

/** What keeps a text from being a master password, or null. No rule says which characters it must hold. */
export function passwordProblem(password: string): PasswordProblem | null {
  const strength = passwordStrength(password);
  return strength === 'good' || strength === 'strong' ? null : strength;
}
