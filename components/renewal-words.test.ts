import { beforeAll, describe, expect, it } from 'vitest';
import { priceWords, renewedWords, stepWords } from './renewal-words';
import { speakEnglish } from './testing/english';
import { PASSWORD, RECOVERY, samplePasskey } from './testing/sample-ways-in';

const LAPTOP = samplePasskey('Laptop');

beforeAll(speakEnglish);

describe('what a new vault key takes', () => {
  it('names what there is', () => {
    expect(priceWords([PASSWORD])).toBeNull();
    expect(priceWords([PASSWORD, LAPTOP])).toBe('Each passkey has to be touched once more.');
    expect(priceWords([PASSWORD, RECOVERY])).toBe('The recovery code is replaced by a new one.');
    expect(priceWords([PASSWORD, LAPTOP, RECOVERY])).toBe(
      'Each passkey has to be touched once more, and the recovery code is replaced by a new one.',
    );
  });
});

describe('what a new vault key has done', () => {
  it('names what no longer opens it, and nothing that was not there', () => {
    const changed = 'Master password changed, and the vault has a new key.';
    expect(renewedWords([PASSWORD], false)).toBe('The vault has a new key.');
    expect(renewedWords([PASSWORD, LAPTOP], true)).toBe(`${changed} The old password no longer opens it.`);
    expect(renewedWords([PASSWORD, RECOVERY], true)).toBe(
      `${changed} The old password and the old recovery code no longer open it.`,
    );
    expect(renewedWords([PASSWORD, RECOVERY], false)).toBe(
      'The vault has a new key. The old recovery code no longer opens it.',
    );
  });
});

describe('where one stands', () => {
  it('is said of each step, and of none where it is the only one', () => {
    expect(stepWords(1, 3)).toBe('Step 1 of 3. Nothing changes until the last step.');
    expect(stepWords(3, 3)).toBe('Step 3 of 3. Nothing has been changed so far.');
    expect(stepWords(1, 1)).toBeNull();
  });
});
