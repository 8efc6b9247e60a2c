import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One import of one of our own files. A type import is gone at run time, so it gives nobody anything but words. */
export type Import = { readonly target: string; readonly isType: boolean };

/** A file of the tree, by its path from the repository's root. */
export type SourceFile = {
  readonly path: string;
  readonly text: string;
  /** The text without comments. */
  readonly code: string;
  /** Where it imports from, as written: packages and our own files. */
  readonly specifiers: readonly string[];
  readonly imports: readonly Import[];
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READ = ['.ts', '.tsx', '.mjs', '.mts'];
const TOKENS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/gu;
const STATIC = /(?:^|[\n;}])\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gu;
const DYNAMIC = /(typeof\s+)?\bimport\(\s*'([^']+)'/gu;

/** The code without comments, and without what stands in quotes where `withStrings` is false. */
export function stripCode(text: string, withStrings: boolean): string {
  return text.replaceAll(TOKENS, token => {
    if (token.startsWith('/')) return '';
    return withStrings ? token : `${token.charAt(0)}${token.charAt(0)}`;
  });
}

/** Reads what a file says. Every import of our own is relative, so a target is a path without its ending. */
export function readSource(path: string, text: string): SourceFile {
  const code = stripCode(text, true);
  const found = [...code.matchAll(STATIC), ...code.matchAll(DYNAMIC)].map(([, type, specifier = '']) => ({
    specifier,
    isType: type !== undefined,
  }));
  const imports = found
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, isType }) => ({
      target: posix.join(posix.dirname(path), specifier).replace(/\.tsx?$/u, ''),
      isType,
    }));
  return { path, text, code, specifiers: found.map(({ specifier }) => specifier), imports };
}

/** Every source file below the given folders, and the given files themselves. */
export function readTree(...places: readonly string[]): readonly SourceFile[] {
  return places.flatMap(place => {
    if (extname(place) !== '') return [readSource(place, readFileSync(join(ROOT, place), 'utf8'))];
    return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
      .map(name => posix.join(place, name.replaceAll('\\', '/')))
      .filter(path => READ.includes(extname(path)) && !path.includes('node_modules'))
      .map(path => readSource(path, readFileSync(join(ROOT, path), 'utf8')));
  });
}

/** Whether a file is part of what people install: tests, their helpers and fixtures, and declarations are not. */
export function isProduct({ path }: Pick<SourceFile, 'path'>): boolean {
  return !/\.(?:test|test-d|testing|cases|d)(?:\.[mc]?tsx?)?$|\/(?:fixtures|testing)\//u.test(path);
}

/** Every file that comes along when the given ones run, by value imports, each with the way that leads to it. */
export function reachOf(files: readonly SourceFile[], from: readonly SourceFile[]): ReadonlyMap<string, string> {
  const byPath = new Map(files.map(file => [file.path.replace(/\.tsx?$/u, ''), file]));
  const ways = new Map<string, string>();
  const visit = (file: SourceFile, way: string) => {
    if (ways.has(file.path)) return;
    ways.set(file.path, way);
    for (const { target, isType } of file.imports) {
      const next = byPath.get(target);
      if (!isType && next !== undefined) visit(next, `${way} -> ${next.path}`);
    }
  };
  for (const file of from) visit(file, file.path);
  return ways;
}
