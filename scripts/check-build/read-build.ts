import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { ROOT } from '../run-command.mjs';

/** A file of a build. `name` is its path inside, with forward slashes. */
export type BuiltFile = { readonly name: string; readonly bytes: Buffer };

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
export type BuildName = (typeof BUILDS)[number];

/** Every file of a build, by name. */
export function readBuild(build: BuildName | 'store/chrome-mv3'): readonly BuiltFile[] {
  const folder = path.join(ROOT, '.output', build);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ name: path.relative(folder, file).replaceAll(path.sep, '/'), bytes: readFileSync(file) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The text of one file of a build. */
export function readText(files: readonly BuiltFile[], name: string): string {
  const file = files.find(candidate => candidate.name === name);
  if (file === undefined) throw new Error(`the build has no ${name}`);
  return file.bytes.toString('utf8');
}

/** The scripts that a page loads before anything happens in it: those it names, and what they import in turn. */
export function listLoadedScripts(files: readonly BuiltFile[], page: string): readonly string[] {
  const named = [...readText(files, page).matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(match => match[1] ?? '');
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const [, from] of readText(files, name).matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      load(path.posix.join(path.posix.dirname(name), from ?? ''));
    }
  };
  for (const name of named) load(name);
  return [...loaded];
}

/** What a text weighs gzipped, in bytes. */
export function weighGzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** What a zip of the files weighs, in bytes: each deflated, with its local and central header, and the closing record. */
export function weighZipped(files: readonly BuiltFile[]): number {
  const weigh = ({ name, bytes }: BuiltFile) => {
    const deflated = deflateRawSync(bytes, { level: 9 }).length;
    return Math.min(deflated, bytes.length) + 30 + 46 + 2 * Buffer.byteLength(name);
  };
  return files.reduce((total, file) => total + weigh(file), 22);
}
