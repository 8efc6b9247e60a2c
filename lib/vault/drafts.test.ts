import { describe, expect, it } from 'vitest';
import { encrypt } from '../crypto/aead';
import { deriveKey } from '../crypto/hkdf';
import { pad } from '../crypto/padding';
import type { Bytes } from '../shared/bytes';
import { concatBytes, utf8Encode } from '../shared/bytes';
import { HOUR_MS } from '../shared/duration';
import { createRepeatableRandom } from '../shared/random.testing';
import { removeAccount } from './accounts';
import { accountAt, bodyWith, fields } from './accounts.testing';
import type { VaultBody } from './body';
import {
  DRAFT_KEPT_MS,
  dropDraft,
  findDraft,
  keepDraft,
  livingDrafts,
  openDrafts,
  sealDrafts,
  tidyDrafts,
} from './drafts';
import { keptDraft } from './drafts.testing';
import { NOON_MS } from './vault.testing';

const random = createRepeatableRandom(7);
const KEY = deriveKey(random(32), 'latchkey/v1/draft');
const VAULT_ID = random(16);

const body = bodyWith(fields(), fields({ label: 'Home', email: 'bob@example.com' }));
const ofWork = keptDraft({ accountId: 'account-0', baseRevision: 1, changed: ['label'] });
const withSecret = keptDraft({
  accountId: 'account-0',
  changed: ['label', 'authenticator'],
  draft: { ...keptDraft().draft, authenticator: 'GEZDGNBVGY3TQOJQ' },
});

/** The body once a passkey holds the authenticator of its first account. */
function held(): VaultBody {
  const seal = { sealId: '', salt: '', nonce: '', sealed: '' };
  const [first, ...others] = body.accounts;
  if (first === undefined) throw new Error('no account');
  return { ...body, accounts: [{ ...first, authenticator: null, seal }, ...others] };
}

describe('sealed drafts', () => {
  const sealed = sealDrafts(KEY, VAULT_ID, [keptDraft(), withSecret], random);

  it('open to what was sealed, with their key and for their vault only', () => {
    expect(openDrafts(KEY, VAULT_ID, sealed)).toEqual([keptDraft(), withSecret]);
    expect(openDrafts(random(32), VAULT_ID, sealed)).toBeNull();
    expect(openDrafts(KEY, random(16), sealed)).toBeNull();
  });

  it('are a nonce of 24 bytes and a ciphertext whose length says nothing of what was typed', () => {
    expect(sealed).toHaveLength(24 + 4_096 + 16);
    expect(sealDrafts(KEY, VAULT_ID, [keptDraft()], random)).toHaveLength(sealed.length);
  });

  it('are never sealed with one nonce twice', () => {
    const again = sealDrafts(KEY, VAULT_ID, [keptDraft(), withSecret], random);
    expect(again.slice(0, 24)).not.toEqual(sealed.slice(0, 24));
  });

  it('are bound to what they are, and to their vault: nothing else that this key has sealed opens', () => {
    const nonce = random(24);
    const sealWith = (associated: Bytes) => concatBytes(nonce, encrypt(KEY, nonce, pad(utf8Encode('[]')), associated));
    expect(openDrafts(KEY, VAULT_ID, sealWith(concatBytes(utf8Encode('latchkey/v1/draft'), VAULT_ID)))).toEqual([]);
    expect(openDrafts(KEY, VAULT_ID, sealWith(VAULT_ID))).toBeNull();
    expect(openDrafts(KEY, VAULT_ID, sealWith(utf8Encode('latchkey/v1/draft')))).toBeNull();
  });
});

describe('keeping a draft', () => {
  it('keeps one for each account and one for a new one, the latest of each', () => {
    const later = keptDraft({ changed: ['label'], keptAtMs: NOON_MS + 1 });
    const drafts = [keptDraft(), ofWork, later].reduce(keepDraft, []);
    expect(drafts).toEqual([ofWork, later]);
    expect(findDraft(drafts, null)).toBe(later);
    expect(findDraft(drafts, 'account-0')).toBe(ofWork);
    expect(findDraft(drafts, 'account-1')).toBeNull();
  });

  it('leaves the one that says the same, with the time at which it was typed', () => {
    const drafts = [keptDraft(), ofWork];
    expect(keepDraft(drafts, keptDraft({ keptAtMs: NOON_MS + HOUR_MS }))).toBe(drafts);
  });

  it.each([
    ['a text', { draft: { ...keptDraft().draft, email: 'a' } }],
    ['the fields that were changed', { changed: ['label'] as const }],
    ['the revision it was opened on', { baseRevision: 2 }],
  ])('takes another one where %s differs', (_, changes) => {
    expect(keepDraft([keptDraft()], keptDraft(changes))).toEqual([keptDraft(changes)]);
  });

  it('drops the one that is named', () => {
    expect(dropDraft([keptDraft(), ofWork], null)).toEqual([ofWork]);
    expect(dropDraft([keptDraft(), ofWork], 'account-0')).toEqual([keptDraft()]);
  });
});

describe('the life of a draft', () => {
  it('is seven days', () => {
    expect(DRAFT_KEPT_MS).toBe(7 * 24 * HOUR_MS);
    expect(livingDrafts([keptDraft()], NOON_MS + DRAFT_KEPT_MS - 1)).toHaveLength(1);
    expect(livingDrafts([keptDraft()], NOON_MS + DRAFT_KEPT_MS)).toEqual([]);
  });

  it('is not hurried by a clock that was set back', () => {
    expect(livingDrafts([keptDraft()], NOON_MS - 365 * 24 * HOUR_MS)).toHaveLength(1);
  });

  it('ends with its account, once that cannot be brought back any more', () => {
    const removed = removeAccount(body, 'account-0', NOON_MS);
    if (!removed.ok) throw new Error(removed.error);
    expect(tidyDrafts([ofWork], removed.value, NOON_MS)).toEqual([ofWork]);
    const purged = { ...body, accounts: [accountAt(body, 1)] };
    expect(tidyDrafts([ofWork, keptDraft()], purged, NOON_MS)).toEqual([keptDraft()]);
  });

  it('ends where nothing in it was changed', () => {
    expect(tidyDrafts([keptDraft({ changed: [] })], body, NOON_MS)).toEqual([]);
  });
});

describe('the draft of an account whose authenticator a passkey holds', () => {
  it('holds no authenticator, and all the rest', () => {
    const [tidied] = tidyDrafts([withSecret], held(), NOON_MS);
    expect(tidied).toEqual({ ...withSecret, changed: ['label'], draft: { ...withSecret.draft, authenticator: '' } });
    expect(JSON.stringify(tidied)).not.toContain('GEZDG');
  });

  it('holds none either where a page names the field as unchanged', () => {
    const sly = { ...withSecret, changed: ['label'] as const };
    expect(JSON.stringify(tidyDrafts([sly], held(), NOON_MS))).not.toContain('GEZDG');
  });

  it('is none where nothing else was changed', () => {
    expect(tidyDrafts([{ ...withSecret, changed: ['authenticator'] }], held(), NOON_MS)).toEqual([]);
  });

  it('stays the very same where there is nothing to take out, and so do those of other accounts', () => {
    const ofOther = keptDraft({ ...withSecret, accountId: 'account-1' });
    const tidied = tidyDrafts([ofWork, ofOther], held(), NOON_MS);
    expect(tidied[0]).toBe(ofWork);
    expect(tidied[1]).toBe(ofOther);
  });
});
