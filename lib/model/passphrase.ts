import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { RandomBytes } from '../shared/bytes';

/** Seven words of 2048 are 77 bits: out of reach at Argon2id's price, and still learnable. */
const WORDS = 7;

/** A passphrase of words drawn at random. 2048 divides 65536, so taking a remainder favours no word. */
export function generatePassphrase(random: RandomBytes): string {
  const bytes = random(2 * WORDS);
  const words = Array.from({ length: WORDS }, (_, index) => {
    const number = (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0);
    return wordlist[number % wordlist.length] ?? '';
  });
  return words.join(' ');
}
