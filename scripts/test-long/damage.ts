// What disks and file systems do to files.
import { randomInt } from 'node:crypto';
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One way to damage a file, as it is named in what is printed. */
export type Damage = { readonly name: string; readonly apply: (file: string) => Promise<void> };

async function flipBits(file: string, places: (length: number) => readonly number[]): Promise<void> {
  const bytes = await readFile(file);
  for (const place of places(bytes.length)) bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
  await writeFile(file, bytes);
}

export const DAMAGES: readonly Damage[] = [
  { name: 'cut in half', apply: async file => truncate(file, Math.floor((await stat(file)).size / 2)) },
  { name: 'emptied', apply: file => truncate(file, 0) },
  { name: 'one bit flipped', apply: file => flipBits(file, length => [Math.floor(length / 2)]) },
  {
    name: 'bits flipped all over',
    apply: file => flipBits(file, length => Array.from({ length: 1 + length / 1_000 }, () => randomInt(length))),
  },
  { name: 'deleted', apply: file => rm(file) },
];

/** LevelDB's notes to whoever debugs it, and a file that is only ever locked: damage to them is none. */
const IDLE = /^(?:LOCK|LOG|LOG\.old)$/;

/** Every file below a folder that holds something, by its path from there. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !IDLE.test(entry.name) && (await stat(file)).size > 0) {
      files.push(path.relative(folder, file));
    }
  }
  return files.toSorted();
}
