// What the history of a key tells of sign-ins.
import './stand-ins.testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { APRIL, CODE, KEY, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { keyHandlers } from './handlers/keys';
import { good } from './held.testing';
import { prepareSignIn, start, step } from './sign-in.testing';

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

async function readActs(): Promise<readonly string[]> {
  const [account] = good(await keyHandlers['keys.list']({}));
  const keyId = account?.keys[0]?.id ?? '';
  return good(await keyHandlers['keys.history']({ accountId, keyId })).map(({ act }) => act);
}

describe('the history of a key', () => {
  it('tells that it went into a page, once, whatever came of that sign-in', async () => {
    good(await start(accountId));
    const both = page([KEY, CODE], [SUBMIT]);
    expect(await step(both)).toMatchObject({ kind: 'key' });
    expect(await readActs()).toEqual(['filled', 'created']);
    await step(both, { did: 'wrote' });
    await step(both, { did: 'wrote' });
    await step(both, { did: 'pressed', status: 401 });
    expect(await readActs()).toEqual(['filled', 'created']);
  });

  it('tells nothing of a sign-in that asked for no key', async () => {
    good(await start(accountId));
    await step(APRIL);
    await step(APRIL, { did: 'wrote' });
    await step(APRIL, { did: 'wrote' });
    expect(await readActs()).toEqual(['created']);
  });
});
