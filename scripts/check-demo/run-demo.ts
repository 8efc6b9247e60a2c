import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runCommand } from '../run-command.mjs';

const PICTURES = path.join(ROOT, '.output/demo');
const TIMEOUT_MS = 150_000;

/** How `npm start` ended. */
export type DemoEnd = { readonly code: number | null; readonly lastLine: string | undefined; readonly output: string };

/** Runs `npm start` after its setting up, on the build that is there: other tests use it at the same time. */
export async function runDemo(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<DemoEnd> {
  const all = ['--import', 'tsx', 'scripts/demo.ts', '--no-build', ...args];
  const { code, output } = await runCommand(process.execPath, all, { timeoutMs: TIMEOUT_MS, env });
  return { code, output, lastLine: output.trimEnd().split('\n').at(-1) };
}

/** What the pictures of a run on this site show, in order; `name` is as in their file names. */
export function listPictures(name: string): readonly string[] {
  return findPictures(name).map(file => file.slice(name.length + 1));
}

/** Takes away the pictures of earlier runs on this site. */
export function removePictures(name: string): void {
  for (const file of findPictures(name)) rmSync(path.join(PICTURES, file));
}

function findPictures(name: string): readonly string[] {
  const isOfSite = (file: string) => file.startsWith(`${name}-`) && /^\d-/.test(file.slice(name.length + 1));
  return existing().filter(isOfSite).sort();
}

function existing(): readonly string[] {
  try {
    return readdirSync(PICTURES);
  } catch {
    // No run has taken any yet.
    return [];
  }
}
