// Makes lib/model/common-passwords.json: npx tsx scripts/pick-common-passwords.ts
//
// The whole list of @zxcvbn-ts/language-common is 204 kB zipped, more than half of what the package may weigh. A master
// password has at least 12 characters, so what is kept is what can matter to one: every entry that is long enough to be
// one, and the most frequent of the rest, which people stretch ("monkey123456!") and which the estimate finds inside.
import { writeFileSync } from 'node:fs';
import { dictionary } from '@zxcvbn-ts/language-common';

const MOST_FREQUENT = 2_000;
const LEAST_LENGTH = 12;

/** The kept entries, most frequent first: the estimate reads a word's rank off its place. */
export function pickCommonPasswords(): readonly string[] {
  return dictionary['passwords-common'].filter(
    (password, rank) => rank < MOST_FREQUENT || password.length >= LEAST_LENGTH,
  );
}

if (process.argv[1]?.endsWith('pick-common-passwords.ts')) {
  const path = new URL('../lib/model/common-passwords.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify({ spaceSeparated: pickCommonPasswords().join(' ') }, null, 2)}\n`);
}
