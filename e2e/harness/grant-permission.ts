// A grant of an optional permission without the browser's dialog, which nothing but a person's hand reaches. The build
// stays the one that ships: the profile says that the person agreed once before.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Fixed by the key in the manifest; a check of the build compares the two. */
const EXTENSION_ID = 'pkpadfholijoglcniaojocnmcikgbdkc';

/**
 * Makes a profile in which the person has once allowed the extension an optional permission and has taken it back since.
 * The extension starts without it, and Chromium grants its next request without asking. Delete the profile after use.
 */
export async function makeProfileThatAllows(permission: string): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-profile-'));
  const allowed = { api: [permission], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  const preferences = { extensions: { settings: { [EXTENSION_ID]: { runtime_granted_permissions: allowed } } } };
  await mkdir(path.join(profile, 'Default'));
  await writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}
