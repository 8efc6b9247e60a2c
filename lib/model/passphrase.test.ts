import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { generatePassphrase } from './passphrase';

describe('generatePassphrase', () => {
  it('takes seven words, each by 16 bits of its own', () => {
    const bytes = Uint8Array.from([0, 0, 0, 1, 7, 255, 8, 0, 255, 255, 15, 255, 0, 2]);
    const words = generatePassphrase(count => {
      expect(count).toBe(bytes.length);
      return bytes;
    }).split(' ');
    expect(words).toEqual([0, 1, 2047, 0, 2047, 2047, 2].map(index => wordlist[index]));
  });

  it('favours no word: every one comes from equally many of the 65536 numbers', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 65_536; number++) {
      const [word = ''] = generatePassphrase(count =>
        new Uint8Array(count).map((_, index) => (index % 2 === 0 ? number >> 8 : number & 255)),
      ).split(' ');
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(new Set(counts.values())).toEqual(new Set([32]));
    expect(counts.size).toBe(2_048);
  });
});
