// What an organisation prescribes, written where this machine's Chromium looks for it. It holds for every Chromium here, so
// its tests run alone, and only for the extension of the id that the build has everywhere.
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed'];
const FILE_NAME = 'latchkey-test.json';

function isWritable(folder: string): boolean {
  const nearest = existsSync(folder) ? folder : path.dirname(folder);
  if (!existsSync(nearest)) return nearest === path.parse(nearest).root ? false : isWritable(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a policy can be written for a Chromium of this machine. */
export function mayManage(): boolean {
  return process.platform === 'linux' && FOLDERS.every(isWritable);
}

/** Prescribes these settings to the extension, in place of what was prescribed before. Browsers notice within seconds. */
export async function prescribe(extensionId: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const folder of FOLDERS) {
    await mkdir(folder, { recursive: true });
    const content = { '3rdparty': { extensions: { [extensionId]: settings } } };
    await writeFile(path.join(folder, FILE_NAME), JSON.stringify(content));
  }
}

/** Takes it back. */
export async function prescribeNothing(): Promise<void> {
  for (const folder of FOLDERS) await rm(path.join(folder, FILE_NAME), { force: true });
}
