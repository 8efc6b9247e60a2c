// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Site, SiteOptions } from './start-site';
import { startSite } from './start-site';
import type { Client } from './test-client';
import { createClient, shiftToMidStepMs } from './test-client';

let site: Site;
let client: Client;
let shiftMs: number;
async function start(options: SiteOptions = {}) {
  shiftMs = shiftToMidStepMs();
  site = await startSite({ shiftMs, ...options });
  client = createClient(site.port);
}
beforeEach(() => start());
afterEach(() => site.close());

async function signIn(given: { key?: string; secret?: string; stepOffset?: number } = {}) {
  const { email, key, secret, stepOffset } = { ...site.account, stepOffset: 0, ...given };
  const fields = { email, api_key: key, totp: site.codeFor(secret, stepOffset) };
  return (await client.postJson('/api/user/login', fields)).status;
}

describe('every answer', () => {
  it('carries the headers the site was seen to send', async () => {
    const { headers } = await client.get('/auth/login');
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'; ");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'; form-action 'self'");
    expect(headers['strict-transport-security']).toContain('max-age=');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is dated by the shifted clock, to a HEAD too', async () => {
    site.shiftClock(-100_000);
    const { headers, text } = await client.head('/auth/login');
    const aheadMs = Date.now() - Date.parse(String(headers.date));
    expect(aheadMs).toBeGreaterThan(99_000);
    expect(aheadMs).toBeLessThan(103_000);
    expect(text).toBe('');
  });

  it('is refused under another name', async () => {
    expect((await createClient(site.port, 'evil.example').get('/auth/login')).status).toBe(421);
    expect((await createClient(site.port, `localhost:${site.port}`).get('/auth/login')).status).toBe(200);
  });
});

it('ends a session after an hour of the site\u2019s own time', async () => {
  await signIn();
  site.shiftClock(shiftMs + 3_590_000);
  expect((await client.get('/dashboard')).status).toBe(200);
  site.shiftClock(shiftMs + 3_600_000);
  expect((await client.get('/dashboard')).headers.location).toBe('/auth/login?next=%2Fdashboard');
  expect(site.isSignedIn(site.account.email)).toBe(false);
});

it('serves its own scripts and nothing beside them', async () => {
  expect((await client.get('/assets/today.js')).headers['content-type']).toContain('text/javascript');
  for (const name of ['nothing.js', '..%2Fmain.ts', 'main.ts']) {
    expect((await client.get(`/assets/${name}`)).status).toBe(404);
  }
  site.troubleScripts({ isMissing: true });
  expect((await client.get('/assets/today.js')).status).toBe(404);
  expect((await client.get('/assets/site.css')).status).toBe(200);
});

it('records names for everybody and values for proof', async () => {
  await signIn();
  await client.get(`/auth/login?email=${encodeURIComponent(site.account.email)}`);
  expect(site.requests[0]).toMatchObject({
    path: '/api/user/login',
    fields: ['email', 'api_key', 'totp'],
    status: 200,
  });
  expect(site.findValue(site.account.key)).toEqual(['POST /api/user/login body']);
  expect(site.findValue(site.account.email)).toEqual(['GET /auth/login address', 'POST /api/user/login body']);
});

describe('the key list', () => {
  it('shows a generated key once, and a revoked one is dead at once', async () => {
    await signIn();
    await client.postForm('/dashboard/keys/generate', { label: 'Second' });
    await client.head('/dashboard/keys');
    const key = /id="new-api-key">([0-9a-f]{64})</.exec((await client.get('/dashboard/keys')).text)?.[1] ?? '';
    expect((await client.get('/dashboard/keys')).text).not.toContain(key);
    const [first] = site.operator.listKeys(site.account.email);
    await client.postForm('/dashboard/keys/revoke', { id: first?.id ?? '' });
    expect(await signIn({ stepOffset: 1 })).toBe(401);
    expect(await signIn({ key, stepOffset: 1 })).toBe(200);
  });

  it('asks strangers to sign in and brings them back', async () => {
    const answer = await client.postForm('/dashboard/keys/revoke', { id: 'x' });
    expect(answer.headers.location).toBe('/auth/login?next=%2Fdashboard%2Fkeys');
  });
});

describe('where the operator issues keys', () => {
  beforeEach(async () => {
    await site.close();
    await start({ keyModel: 'operator', keyPrefix: 'pgp_', layout: 'documented' });
  });

  it('replaces the key and asks for a new authenticator', async () => {
    const { email } = site.account;
    const { key, setupPath } = site.operator.issue(email);
    expect(key).toMatch(/^pgp_[0-9a-f]{64}$/);
    expect(await signIn()).toBe(401);
    expect(await signIn({ key })).toBe(401);
    const { secret } = JSON.parse((await client.get(`/api${setupPath}`)).text);
    await client.postJson(`/api${setupPath}`, { code: site.codeFor(secret) });
    expect(await signIn({ key, secret, stepOffset: 1 })).toBe(200);
  });

  it('lets nobody generate', async () => {
    await signIn();
    await client.postForm('/dashboard/keys/generate', { label: 'Mine' });
    expect(site.operator.listKeys(site.account.email)).toHaveLength(1);
  });
});

describe('the set-up page', () => {
  it('names SHA256, signs in, burns the step, and gives ten single-use backup codes', async () => {
    const { email, key } = site.account;
    const path = site.operator.issueSetup(email);
    expect(path).toMatch(/^\/auth\/setup\/[0-9a-f]{64}$/);
    const { uri, secret } = JSON.parse((await client.get(`/api${path}`)).text);
    const label = `Paramant:${email.replace('@', '%40')}`;
    expect(uri).toBe(`otpauth://totp/${label}?secret=${secret}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect((await client.postJson(`/api${path}`, { code: '000000' })).status).toBe(401);
    const { backupCodes } = JSON.parse((await client.postJson(`/api${path}`, { code: site.codeFor(secret) })).text);
    expect(site.isSignedIn(email)).toBe(true);
    expect((await client.get(path)).status).toBe(404);
    expect(await signIn({ key, secret })).toBe(401);
    expect(new Set(backupCodes).size).toBe(10);
    for (const code of backupCodes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
    const use = async (code: string) => (await client.postJson('/api/user/backup', { email, code })).status;
    expect([
      await use(backupCodes[0].replaceAll('-', '')),
      await use(backupCodes[0]),
      await use(backupCodes[0]),
    ]).toEqual([401, 200, 401]);
  });

  it('follows a reset that kills the old secret at once', async () => {
    const path = site.operator.issueReset(site.account.email);
    expect((await client.get(path)).headers.location).toMatch(/^\/auth\/setup\/[0-9a-f]{64}$/);
    expect(await signIn()).toBe(401);
    expect((await client.get(path)).status).toBe(404);
  });
});

it('shows the full key on the account page only when asked', async () => {
  expect((await client.get('/api/user/key')).status).toBe(401);
  await signIn();
  const page = (await client.get('/account')).text;
  expect(page).toContain('<code id="api-key">');
  expect(page).not.toContain(site.account.key);
  expect(JSON.parse((await client.get('/api/user/key')).text)).toEqual({ key: site.account.key });
});

it('refuses an account with a malformed key or secret, or a taken email', () => {
  expect(() => site.addAccount({ key: 'plk_1234' })).toThrow('key: 64 hex characters');
  expect(() => site.addAccount({ secret: 'not base32' })).toThrow('not a base32 character: n');
  expect(() => site.addAccount({ email: site.account.email })).toThrow('already has an account');
});
