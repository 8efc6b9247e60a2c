import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Writes another extension into a new folder: an empty script on the site, and no rights. Gives the folder. */
export async function writeSecondExtension(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-second-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Second',
    version: '1',
    content_scripts: [{ matches: ['https://paramant.app/*'], js: ['script.js'] }],
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'script.js'), '');
  return folder;
}
