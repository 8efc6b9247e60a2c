import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../start-site';
import { startSite } from '../start-site';
import { createClient, shiftToMidStepMs } from '../test-client';
import { findInGallery, galleryNames } from './gallery';
import { replayPlan } from './replay-plan';
import { readSnapshots } from './stored-snapshots';

const rows = galleryNames.map(name => ({ name, expected: findInGallery(name).expected }));

describe('what was seen of a layout', () => {
  it.each(rows.filter(({ expected }) => 'acts' in expected))(
    'leads to the acts of the table: $name',
    ({ name, expected }) => {
      expect(replayPlan(readSnapshots(name))).toEqual({ ...expected, refusal: null });
    },
  );

  it.each(rows.filter(({ expected }) => 'refusal' in expected && expected.refusal === 'left-alone'))(
    'leads to nothing: $name',
    ({ name }) => {
      const seen = readSnapshots(name);
      expect(seen).not.toEqual([]);
      expect(replayPlan(seen)).toEqual({ acts: [], refusal: null });
    },
  );

  it('is refused where the page leaves it open, and both are named', () => {
    const refusal = { code: 'page-ambiguous', details: ['Email', 'Email'] };
    expect(replayPlan(readSnapshots('two-forms'))).toEqual({ acts: [], refusal });
  });
});

it('has a row in the table for every page, and a page for every row', () => {
  const files = readdirSync(new URL('pages', import.meta.url)).map(file => file.replace(/\..*/, ''));
  // Its pages are made by the server, as those of the documented layout are.
  expect([...files, 'pages-in-german'].sort()).toEqual([...galleryNames].sort());
});

describe('the site', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ shiftMs: shiftToMidStepMs() });
  });
  afterAll(() => site.close());

  const plain = galleryNames.filter(name => (findInGallery(name).written ?? 'html') === 'html');
  it.each(plain)('serves the layout %s with its script apart', async name => {
    site.layout = name;
    const client = createClient(site.port);
    const { status, text } = await client.get('/auth/login');
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script(?![^>]* src=)/);
    for (const [, script = ''] of text.matchAll(/<script [^>]*src="([^"]+)"/g)) {
      expect((await client.get(script)).status).toBe(200);
    }
  });

  it('signs in by a plain form whose fields have names of their own, and refuses a wrong key', async () => {
    site.layout = 'german';
    const { email, key, secret } = site.account;
    const fields = { feld_1: email, feld_2: key, feld_3: site.codeFor(secret) };
    const client = createClient(site.port);
    expect((await client.postForm('/auth/login', { ...fields, feld_2: 'another' })).status).toBe(401);
    expect((await client.postForm('/auth/login', fields)).headers.location).toBe('/dashboard');
    expect(site.isSignedIn(email)).toBe(true);
    site.startOver();
    expect([site.isSignedIn(email), site.finalVerifications, site.requests.length]).toEqual([false, 0, 0]);
    expect((await client.postForm('/auth/login', fields)).status).toBe(303);
  });
});
