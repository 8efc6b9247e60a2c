// A code that a person has copied is on its way to the site: its step is not used for another.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usedStepsItem } from '../../lib/browser/run-items';
import { SECOND_MS } from '../../lib/shared/duration';
import { CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { accountHandlers } from './handlers/accounts';
import { good } from './held.testing';
import { codeOf, noon, prepareSignIn, start, step } from './sign-in.testing';

const CODE_PAGE = page([CODE], [SUBMIT]);
/** The last moment of the step that ends at noon. */
const JUST_BEFORE = noon - 100;

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

const copied = async (atMs?: number) =>
  good(await accountHandlers['accounts.copied']({ id: accountId, what: 'code', ...(atMs !== undefined && { atMs }) }));

const usedSteps = async () => (await usedStepsItem.read())?.map(each => each.step);

describe('a copied code', () => {
  it('counts for the step in which it was copied, although another had begun when the worker heard of it', async () => {
    vi.setSystemTime(noon + 300);
    await copied(JUST_BEFORE);
    expect(await usedSteps()).toEqual([Math.floor(JUST_BEFORE / 30_000)]);
    good(await start(accountId));
    vi.setSystemTime(noon + 5 * SECOND_MS);
    expect(await step(CODE_PAGE)).toMatchObject({ do: 'write', value: codeOf(noon) });
  });

  it('is not sent again after that, also where the present step is used', async () => {
    vi.setSystemTime(noon + 300);
    await copied(JUST_BEFORE);
    await copied(noon + 200);
    good(await start(accountId));
    expect(await step(CODE_PAGE)).toEqual({ do: 'wait' });
  });

  it('counts for the present step where no time is told, or one that is still to come', async () => {
    await copied();
    await copied(noon + 60 * SECOND_MS);
    expect(await usedSteps()).toEqual([noon / 30_000]);
  });
});
