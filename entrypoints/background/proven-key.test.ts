// Which key and which authenticator a sign-in proves.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { APRIL, CODE, DOCUMENTED, KEY, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import { enrolAuthenticator } from '../../lib/vault/enrolment';
import { accountHandlers } from './handlers/accounts';
import { authenticatorHandlers } from './handlers/authenticators';
import { keyHandlers } from './handlers/keys';
import { signInHandlers } from './handlers/signin';
import { good, NEXT_OTP, OTP, readAccount, setUp, touch } from './held.testing';
import { noon, prepareSignIn, start, step, submit } from './sign-in.testing';
import { today, vault } from './worker';

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

describe('the key that a sign-in proves', () => {
  it('is the one that went out in it, and not the one that signs in by the time it ends', async () => {
    good(await start(accountId));
    const both = page([KEY, CODE], [SUBMIT]);
    await step(both);
    const other = { accountId, secret: 'd4'.repeat(32), createdOn: '', state: 'active' } as const;
    const { keyId } = good(await keyHandlers['keys.add'](other));
    good(await keyHandlers['keys.set-sign-in']({ accountId, keyId }));
    await step(both, { did: 'wrote' });
    await step(both, { did: 'wrote' });
    vi.setSystemTime(noon + 5 * SECOND_MS);
    await step(page([], []), { did: 'pressed', status: 200 });
    await vault.settled();
    const atMs = noon + 5 * SECOND_MS;
    expect((await readAccount(accountId)).keys).toMatchObject([
      { provenAtMs: atMs, lastUsedAtMs: atMs },
      { id: keyId, provenAtMs: null, lastUsedAtMs: null },
    ]);
  });

  it('is not marked as refused by an answer from elsewhere than it was sent to', async () => {
    good(await start(accountId));
    await step(DOCUMENTED.key);
    await step(DOCUMENTED.key, { did: 'wrote' });
    await step(DOCUMENTED.key, { did: 'pressed', status: 403, ofForm: false });
    await vault.settled();
    expect((await lastRunItem.read())?.outcome).toBe('rejected');
    expect((await readAccount(accountId)).keys).toMatchObject([{ refusedAtMs: null }]);
  });
});

describe('the authenticator that a sign-in proves', () => {
  /** Another one set up for the account, as the site's page shows it. */
  async function enrolAnother() {
    const { authenticator } = good(readAuthenticator(NEXT_OTP));
    good(await vault.update(body => enrolAuthenticator(body, accountId, authenticator, today(), Date.now())));
  }

  async function letIn() {
    await step(page([], []), { did: 'pressed', status: 200 });
    vi.setSystemTime(Date.now() + 5 * SECOND_MS);
    await step(page([], []), { status: 200 });
    await vault.settled();
  }

  it('is the one whose code went out: one that was set up meanwhile leaves it behind itself', async () => {
    await submit(accountId);
    await enrolAnother();
    await letIn();
    const account = await readAccount(accountId);
    expect(account.lastSignIn).not.toBeNull();
    expect(account.authenticator?.secret.reveal()).toBe(NEXT_OTP);
    expect(account.earlierAuthenticators.map(({ secret }) => secret.reveal())).toEqual([OTP]);
  });

  it('is known of one that a passkey holds too', async () => {
    const passkey = await setUp(accountId);
    const signInHeld = async (meanwhile: () => Promise<unknown>) => {
      good(await signInHandlers['signin.start']({ accountId, touch: await touch(passkey) }));
      for (const did of ['nothing', 'wrote', 'wrote'] as const) await step(APRIL, { did });
      await meanwhile();
      good(await authenticatorHandlers['signin.authenticator-dead']({ id: accountId, isDead: true }));
      await letIn();
      const { authenticatorDeadAtMs } = await readAccount(accountId);
      good(await authenticatorHandlers['signin.authenticator-dead']({ id: accountId, isDead: false }));
      return authenticatorDeadAtMs;
    };
    expect(await signInHeld(async () => {})).toBeNull();
    const edit = { label: 'Work', email: 'robin@example.org', apiKey: '', createdOn: '', authenticator: NEXT_OTP };
    const replace = async () => {
      const { revision: baseRevision } = await readAccount(accountId);
      const changed = ['authenticator'] as const;
      const given = { id: accountId, baseRevision, changed: [...changed], draft: edit, touch: await touch(passkey) };
      good(await accountHandlers['accounts.save'](given));
    };
    vi.setSystemTime(noon + 120 * SECOND_MS);
    expect(await signInHeld(replace)).not.toBeNull();
  });

  it('is the new one where its code went out: the one before goes', async () => {
    await enrolAnother();
    await submit(accountId);
    await letIn();
    expect(await readAccount(accountId)).toMatchObject({ earlierAuthenticators: [] });
  });
});
