// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LayoutName } from './layouts/registry';
import { layoutNames } from './layouts/registry';
import type { Site } from './start-site';
import { startSite } from './start-site';
import type { Client } from './test-client';
import { createClient, shiftToMidStepMs } from './test-client';

let site: Site;
let client: Client;
let shiftMs: number;
beforeEach(async () => {
  shiftMs = shiftToMidStepMs();
  site = await startSite({ shiftMs });
  client = createClient(site.port);
});
afterEach(() => site.close());

interface Given {
  email?: string;
  key?: string;
  code?: string;
}

/** Signs in the way each layout's pages do. */
async function signIn(layout: LayoutName, given: Given = {}) {
  site.layout = layout;
  const { email, key, code } = { ...site.account, code: site.codeFor(site.account.secret), ...given };
  if (layout === 'documented') return client.postJson('/api/user/login', { email, api_key: key, totp: code });
  if (layout !== 'documented-pages') return client.postJson('/api/user/login', { email, totp: code });
  await client.postForm('/auth/login?next=%2Faccount', { email });
  await client.postForm('/auth/login/key', { api_key: key });
  return client.postForm('/auth/login/code', { totp: code });
}

describe.each(layoutNames)('%s', layout => {
  it('signs in with the right credentials, once per time step', async () => {
    const answer = await signIn(layout);
    expect(answer.status).toBe(layout === 'documented-pages' ? 303 : 200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^paramant_user_session=[0-9a-f]{64}; Path=\/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await client.get('/dashboard')).text).toContain(site.account.email);
    expect((await signIn(layout)).status).toBe(401);
    expect(site.requests.filter(request => request.setSession)).toHaveLength(1);
  });

  it('gives the same 401 for a wrong code, an unknown person and no authenticator', async () => {
    const bare = site.addAccount({ secret: null });
    const answers = [
      await signIn(layout, { code: '000000' }),
      await signIn(layout, { email: 'nobody@example.org' }),
      await signIn(layout, { email: bare.email, key: bare.key }),
    ];
    expect(answers.map(answer => answer.status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(answer => answer.text)).size).toBe(1);
  });

  it('refuses the sixth attempt in fifteen minutes, successes counted', async () => {
    await signIn(layout);
    for (const _ of [2, 3, 4, 5]) expect((await signIn(layout)).status).toBe(401);
    expect((await signIn(layout, { code: site.codeFor(site.account.secret, 1) })).status).toBe(429);
    expect(site.finalVerifications).toBe(6);
    site.shiftClock(shiftMs + 15 * 60_000);
    expect((await signIn(layout)).status).toBeLessThan(400);
  });

  it('answers as it is forced to, and then truly again', async () => {
    for (const status of [401, 403, 429, 500] as const) {
      site.force({ status, times: 1 });
      expect((await signIn(layout)).status).toBe(status);
    }
    site.force({ drop: true });
    await expect(signIn(layout)).rejects.toThrow();
    expect(site.requests.at(-1)?.status).toBeNull();
    site.force(null);
    expect((await signIn(layout)).status).toBeLessThan(400);
  });
});

describe.each(['documented', 'documented-pages'] as const)('the API key on %s', layout => {
  it('is checked with the code, and burns nothing when wrong', async () => {
    expect((await signIn(layout, { key: 'f'.repeat(64) })).status).toBe(401);
    expect((await signIn(layout)).status).toBeLessThan(400);
  });

  it('is dead as soon as the operator revokes it', async () => {
    const { email } = site.account;
    site.operator.revoke(email, site.operator.listKeys(email)[0]?.id ?? '');
    expect((await signIn(layout)).status).toBe(401);
    const { key } = site.operator.issue(email);
    expect((await signIn(layout, { key })).status).toBeLessThan(400);
  });
});

it('carries next over the three pages, and shows the SHA-1 notice on the way', async () => {
  expect((await signIn('documented-pages')).headers.location).toBe('/account');
  const sha1 = await signIn('documented-pages', { code: site.codeFor(site.account.secret, 1, 'sha1') });
  expect(sha1.headers.location).toBe('/auth/login/notice?next=%2Faccount');
});

it('sends later steps back to the start when the earlier ones are missing', async () => {
  site.layout = 'documented-pages';
  for (const path of ['/auth/login/key', '/auth/login/code']) {
    expect((await client.get(path)).headers.location).toBe('/auth/login');
  }
  await client.postForm('/auth/login', { email: 'a@example.org' });
  expect((await client.get('/auth/login/code')).headers.location).toBe('/auth/login');
});

it('says when a code was made with SHA-1', async () => {
  const answer = await signIn('today', { code: site.codeFor(site.account.secret, 0, 'sha1') });
  expect(JSON.parse(answer.text)).toEqual({ ok: true, sha1: true });
});

it('can refuse a key at its own step, which then is as good as not given', async () => {
  site.layout = 'documented-pages';
  site.force({ status: 403, at: 'key', times: 1 });
  await client.postForm('/auth/login', { email: site.account.email });
  const refused = await client.postForm('/auth/login/key', { api_key: site.account.key });
  expect([refused.status, refused.text.includes('name="api_key"')]).toEqual([403, true]);
  expect((await client.get('/auth/login/code')).headers.location).toBe('/auth/login');
  expect((await client.postForm('/auth/login/key', { api_key: site.account.key })).headers.location).toBe(
    '/auth/login/code',
  );
});

it('can hold an answer back', async () => {
  site.force({ slowMs: 300, times: 1 });
  const startedAt = performance.now();
  expect((await signIn('today')).status).toBe(200);
  // A timer may be early by a moment.
  expect(performance.now() - startedAt).toBeGreaterThan(290);
});

it('can lose an answer after the work is done', async () => {
  site.force({ drop: 'after', times: 1 });
  await expect(signIn('today')).rejects.toThrow();
  expect((await signIn('today')).status).toBe(401);
});
