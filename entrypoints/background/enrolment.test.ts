import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeAt } from '../../lib/totp/code';
import { parseAuthenticator } from '../../lib/totp/parse-authenticator';
import { authenticatorFingerprint } from './enrolment';
import { drawPicture, linkOf, shown, showSetup } from './enrolment-page.testing';
import { makeFreshVault } from './fresh-vault.testing';
import { accountHandlers } from './handlers/accounts';
import { enrolmentHandlers as handlers } from './handlers/enrolment';
import { addAccount, good, NEXT_OTP, NOON, OTP, refusalsOf, sessionText, setUp, touch } from './held.testing';
import { vault } from './worker';

vi.mock('../../lib/crypto/kdf', async importOriginal => ({
  ...(await importOriginal<typeof import('../../lib/crypto/kdf')>()),
  derivePasswordKey: (await import('../../lib/vault/cheap-kdf.testing')).deriveCheaply,
}));
vi.mock('../../lib/browser/spare-store', () => import('./spare-store.testing'));
vi.mock('../../lib/browser/scrub-disk', () => ({ scrubDisk: async () => {} }));
vi.mock('../../lib/browser/enrolment-tab', () => import('./enrolment-page.testing'));

const CODES = Array.from({ length: 10 }, (_, index) => `2345-6789-ABC${'DEFGHJKLMN'.charAt(index)}`);
const KEY = `pgp_${'b2'.repeat(32)}`;

const read = async () => good(await handlers['enrol.read-authenticator']({}));
const save = async (accountId: string | null, given: Awaited<ReturnType<typeof touch>> | null = null) =>
  handlers['enrol.save-authenticator']({ fingerprint: (await read()).fingerprint, accountId, touch: given });
const accounts = async () => good(await vault.read()).accounts;
const listed = async () => good(await accountHandlers['accounts.list']({}));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await makeFreshVault();
  shown.bornAtMs = 1;
  showSetup(NEXT_OTP);
});
afterEach(() => vi.useRealTimers());

describe('a new authenticator', () => {
  it('is shown without its secret, with the account it is for', async () => {
    const accountId = await addAccount();
    const offer = await read();
    expect(offer).toMatchObject({ issuer: 'Paramant', email: 'robin@example.org', digits: 6, accountId });
    expect(offer.fingerprint).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
    expect(JSON.stringify(offer)).not.toContain(NEXT_OTP);
  });

  it('is saved before the earlier one, and no secret of it lies in the session', async () => {
    const accountId = await addAccount();
    good(await save(accountId));
    const [account] = await accounts();
    expect(account?.authenticator?.secret.reveal()).toBe(NEXT_OTP);
    expect(account?.earlierAuthenticators.map(({ secret }) => secret.reveal())).toEqual([OTP]);
    expect(await sessionText()).not.toContain(NEXT_OTP);
    expect(good(await handlers['enrol.page']({}))).toEqual({ page: 'setup', savedTo: accountId, isCodeFilled: false });
    expect((await listed())[0]?.awaitsBackupCodes).toBe(true);
  });

  it('is not saved where the page says something else than what was seen', async () => {
    const accountId = await addAccount();
    const { fingerprint } = await read();
    showSetup('MZXW6YTBOJSWIYTBOJSWIYTBOJSWIYTB');
    const saved = await handlers['enrol.save-authenticator']({ fingerprint, accountId, touch: null });
    expect(refusalsOf(saved)).toEqual(['enrol-changed']);
    expect((await accounts())[0]?.earlierAuthenticators).toEqual([]);
  });

  it('is not read where the picture says something else, or the tab shows another page', async () => {
    shown.pictures = [drawPicture(linkOf(OTP))];
    expect(refusalsOf(await handlers['enrol.read-authenticator']({}))).toEqual(['setup-picture-differs']);
    shown.pictures = [null];
    expect(refusalsOf(await handlers['enrol.read-authenticator']({}))).toEqual(['setup-picture-differs']);
    shown.page = 'keys';
    expect(refusalsOf(await handlers['enrol.read-authenticator']({}))).toEqual(['enrol-not-here']);
  });

  it('is not read where the page shows more pictures than are looked at', async () => {
    shown.isCut = true;
    expect(refusalsOf(await handlers['enrol.read-authenticator']({}))).toEqual(['setup-pictures-several']);
  });

  it('is told from another one by all that makes its codes, and by its issuer and its account', () => {
    const one = good(parseAuthenticator(linkOf(OTP)));
    const { secret } = good(parseAuthenticator(linkOf(NEXT_OTP)));
    const others = [
      { ...one, secret },
      { ...one, algorithm: 'SHA1' as const },
      { ...one, digits: 8 as const },
      { ...one, periodSeconds: 60 },
      { ...one, issuer: 'Paramount' },
      { ...one, account: 'rob@example.org' },
      // The same letters, parted elsewhere.
      { ...one, issuer: `${one.issuer}r`, account: one.account.slice(1) },
    ];
    expect(new Set([one, ...others].map(authenticatorFingerprint)).size).toBe(others.length + 1);
    expect(authenticatorFingerprint({ ...one })).toBe(authenticatorFingerprint(one));
  });

  it('is not saved where the page has come to name another person for the same secret', async () => {
    const accountId = await addAccount();
    const { fingerprint } = await read();
    showSetup(NEXT_OTP, 'other@example.org');
    const saved = await handlers['enrol.save-authenticator']({ fingerprint, accountId, touch: null });
    expect(refusalsOf(saved)).toEqual(['enrol-changed']);
  });

  it('makes an account of its own where none is named', async () => {
    good(await save(null));
    expect(await listed()).toMatchObject([{ email: 'robin@example.org', key: null, hasAuthenticator: true }]);
    expect(refusalsOf(await save(null))).toEqual(['email-duplicate']);
  });

  it('confirms with its own code, once in a step, in the document it came from', async () => {
    const accountId = await addAccount();
    good(await save(accountId));
    good(await handlers['enrol.fill-code']({ touch: null }));
    const authenticator = good(parseAuthenticator(NEXT_OTP));
    expect(shown.written).toEqual([{ selector: '#verify-code', value: codeAt(authenticator, NOON.getTime()).code }]);
    expect(good(await handlers['enrol.page']({}))).toMatchObject({ savedTo: accountId, isCodeFilled: true });
    // The step before it, and then none that is free.
    good(await handlers['enrol.fill-code']({ touch: null }));
    expect(new Set(shown.written.map(({ value }) => value)).size).toBe(2);
    expect(refusalsOf(await handlers['enrol.fill-code']({ touch: null }))).toEqual(['enrol-code-wait']);
    shown.bornAtMs = 2;
    expect(refusalsOf(await handlers['enrol.fill-code']({ touch: null }))).toEqual(['enrol-not-here']);
  });
});

describe('backup codes', () => {
  it('are kept from the document whose authenticator was saved, ten or none', async () => {
    good(await save(await addAccount()));
    shown.texts = CODES.slice(1);
    expect(refusalsOf(await handlers['enrol.take-backup-codes']({ touch: null }))).toEqual(['backup-codes-count']);
    shown.texts = CODES;
    shown.bornAtMs = 2;
    expect(refusalsOf(await handlers['enrol.take-backup-codes']({ touch: null }))).toEqual(['enrol-not-here']);
    shown.bornAtMs = 1;
    const taken = good(await handlers['enrol.take-backup-codes']({ touch: null }));
    expect(taken).toMatchObject({ count: 10, label: 'Work' });
    expect((await listed())[0]).toMatchObject({ awaitsBackupCodes: false, unusedBackupCodes: 10 });
    expect(good(await handlers['enrol.page']({}))).toEqual({ page: 'setup', savedTo: null, isCodeFilled: false });
  });

  it('are no longer asked for once the person has them elsewhere', async () => {
    const accountId = await addAccount();
    good(await save(accountId));
    good(await handlers['enrol.leave-backup-codes']({ accountId }));
    expect((await listed())[0]).toMatchObject({ awaitsBackupCodes: false, unusedBackupCodes: 0 });
    expect(good(await handlers['enrol.page']({})).savedTo).toBeNull();
  });

  it('are used from the moment they go out, even where the page does not keep them', async () => {
    const accountId = await addAccount();
    good(await save(accountId));
    shown.texts = CODES;
    good(await handlers['enrol.take-backup-codes']({ touch: null }));
    shown.page = 'backup';
    expect(good(await handlers['enrol.fill-backup-code']({ accountId, touch: null }))).toEqual({ left: 9 });
    expect(shown.guarded).toEqual(['#email', '#code']);
    expect(shown.written).toEqual([
      { selector: '#email', value: 'robin@example.org' },
      { selector: '#code', value: CODES[0] },
    ]);
    shown.state = 'refused';
    const refused = await handlers['enrol.fill-backup-code']({ accountId, touch: null });
    expect(refusalsOf(refused)).toEqual(['enrol-field-refused']);
    const codes = good(await handlers['enrol.show-backup-codes']({ accountId, touch: null }));
    expect(codes.map(({ used }) => used)).toEqual([true, true, ...Array(8).fill(false)]);
    // Where there is no field at all, none is spent.
    shown.state = 'missing';
    const missing = await handlers['enrol.fill-backup-code']({ accountId, touch: null });
    expect(refusalsOf(missing)).toEqual(['enrol-field-missing']);
    expect((await listed())[0]?.unusedBackupCodes).toBe(8);
  });
});

describe('of a passkey-held account', () => {
  it('all of it takes a touch and goes under the seal', async () => {
    const accountId = await addAccount();
    const passkey = await setUp(accountId);
    expect(refusalsOf(await save(accountId))).toEqual(['held-touch-needed']);
    good(await save(accountId, await touch(passkey)));
    shown.texts = CODES;
    expect(refusalsOf(await handlers['enrol.take-backup-codes']({ touch: null }))).toEqual(['held-touch-needed']);
    const taken = good(await handlers['enrol.take-backup-codes']({ touch: await touch(passkey) }));
    expect(taken.isHeld).toBe(true);
    const [account] = await accounts();
    expect(account).toMatchObject({ authenticator: null, backupCodes: [], backupCodesAwaitedAtMs: null });
    expect((await listed())[0]?.unusedBackupCodes).toBeNull();
    const codes = await handlers['enrol.show-backup-codes']({ accountId, touch: await touch(passkey) });
    expect(good(codes)).toHaveLength(10);
  });
});

describe('an API key', () => {
  it('is shown by its ends and staged beside the present one', async () => {
    const accountId = await addAccount();
    Object.assign(shown, { page: 'keys', texts: ['pgp_a1a1••••••••••••a1a1'] });
    expect(refusalsOf(await handlers['enrol.read-key']({}))).toEqual(['api-key-masked']);
    shown.texts = [KEY];
    const offer = good(await handlers['enrol.read-key']({}));
    expect(offer).toMatchObject({ beginning: 'pgp_b2b2', end: 'b2b2', kind: 'dashboard', knownAs: null });
    const { fingerprint } = offer;
    expect(good(await handlers['enrol.save-key']({ fingerprint, accountId }))).toEqual({
      label: 'Work',
      isStaged: true,
      isRotated: false,
    });
    expect((await accounts())[0]?.keys.map(({ state }) => state)).toEqual(['active', 'staged']);
    expect(refusalsOf(await handlers['enrol.save-key']({ fingerprint, accountId }))).toEqual(['key-already-there']);
    shown.texts = [`pgp_${'c3'.repeat(32)}`];
    expect(refusalsOf(await handlers['enrol.save-key']({ fingerprint, accountId }))).toEqual(['enrol-changed']);
  });
});

describe('a picture', () => {
  it('gives the link of one authenticator, and of nothing else', async () => {
    expect(good(await handlers['enrol.read-picture'](drawPicture(linkOf(OTP))))).toEqual({ link: linkOf(OTP) });
    const migration = drawPicture('otpauth-migration://offline?data=CjEKCkhlbGxv');
    expect(refusalsOf(await handlers['enrol.read-picture'](migration))).toEqual(['authenticator-migration']);
    const blank = { width: 8, height: 8, brightness: drawPicture('x').brightness };
    expect(refusalsOf(await handlers['enrol.read-picture'](blank))).toEqual(['qr-none']);
  });
});
