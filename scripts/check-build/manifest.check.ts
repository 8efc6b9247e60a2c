import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BuildName } from './read-build';
import { BUILDS, readBuild, readText } from './read-build';

// The manifest decides what the browser lets us do, so these lists are written out a second time: what the
// configuration adds by mistake, or the framework by itself, fails here.
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'clipboardWrite',
  'contextMenus',
  'idle',
  'notifications',
  'scripting',
  'storage',
];

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self' https://relay.paramant.app; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const COMMON_KEYS = [
  'action',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_permissions',
  'options_ui',
  'permissions',
  'version',
];
const OWN_KEYS: Readonly<Record<BuildName, readonly string[]>> = {
  'chrome-mv3': ['key', 'minimum_chrome_version', 'storage'],
  'firefox-mv3': ['browser_specific_settings'],
};

const readManifest = (build: BuildName) => JSON.parse(readText(readBuild(build), 'manifest.json'));

describe.each(BUILDS)('the manifest of %s', build => {
  const manifest = readManifest(build);
  const isFirefox = build === 'firefox-mv3';

  it('asks for exactly the permissions that something uses', () => {
    const expected = isFirefox ? PERMISSIONS : [...PERMISSIONS, 'offscreen'];
    expect([...manifest.permissions].sort()).toEqual(expected.sort());
    expect(manifest.optional_permissions).toEqual(['clipboardRead']);
  });

  it('says nothing beyond what is known here: no host permissions, no web-accessible resources, no outside senders', () => {
    const known = [...COMMON_KEYS, ...OWN_KEYS[build]];
    expect(Object.keys(manifest).filter(key => !known.includes(key))).toEqual([]);
  });

  it('puts one script on the sign-in page, in the top frame and the isolated world, and nowhere else', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    const [{ run_at: _, ...script }] = manifest.content_scripts;
    expect(script).toEqual({ matches: ['https://paramant.app/auth/login*'], js: ['content-scripts/signin.js'] });
  });

  it('has exactly this content security policy', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CONTENT_SECURITY_POLICY });
  });

  it('offers the two commands', () => {
    expect(Object.keys(manifest.commands)).toEqual(['sign-in', 'lock-now']);
    expect(manifest.commands['sign-in'].suggested_key).toEqual({ default: 'Alt+Shift+L' });
  });

  it('is version 3 and names itself in the language of the browser', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([manifest.name, manifest.default_locale]).toEqual(['__MSG_extension_name__', 'en']);
  });
});

it('the Chromium build carries the key that keeps its id the same everywhere', () => {
  const der = Buffer.from(readManifest('chrome-mv3').key, 'base64');
  // Chromium's own way: the first half of the hash, its digits written from a to p.
  const digits = createHash('sha256').update(der).digest('hex').slice(0, 32);
  const id = digits.replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  expect(id).toBe('pkpadfholijoglcniaojocnmcikgbdkc');
});

it('the Firefox build says which Firefox it needs and that it collects nothing', () => {
  expect(readManifest('firefox-mv3').browser_specific_settings.gecko).toMatchObject({
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['none'] },
  });
});
