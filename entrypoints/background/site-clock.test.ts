// Codes for the site's clock, and steps that are used.
import './stand-ins.testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastRunItem, skewItem, usedStepsItem } from '../../lib/browser/run-items';
import { MINUTE_MS, SECOND_MS } from '../../lib/shared/duration';
import { CODE, page, SUBMIT } from '../../lib/signin/snapshot.testing';
import { accountHandlers } from './handlers/accounts';
import { good, NEXT_OTP } from './held.testing';
import { codeOf, noon, prepareSignIn, start, step } from './sign-in.testing';

const CODE_PAGE = page([CODE], [SUBMIT]);

let accountId: string;

beforeEach(async () => {
  accountId = await prepareSignIn();
});

describe('the clock', () => {
  it.each([-119, -40, 40, 119])('that is %d s behind makes codes for the site’s time', async seconds => {
    good(await start(accountId));
    const instruction = await step(CODE_PAGE, {}, noon + seconds * SECOND_MS);
    expect(instruction).toMatchObject({ do: 'write', value: codeOf(noon + seconds * SECOND_MS) });
  });

  it.each([
    [600, 'behind'],
    [-600, 'ahead'],
  ] as const)('that is %d s behind is asked about, and corrected once the person agrees', async (seconds, side) => {
    good(await start(accountId));
    expect(await step(CODE_PAGE, {}, noon + seconds * SECOND_MS)).toMatchObject({
      outcome: { code: 'clock-off', details: [String(Math.abs(seconds + 0.5).toFixed(0)), side] },
    });
    expect((await lastRunItem.read())?.offers).toEqual(['use-site-clock']);
    good(await start(accountId, { agreed: ['clock'] }));
    expect(await step(CODE_PAGE)).toMatchObject({ do: 'write', value: codeOf(noon + seconds * SECOND_MS + 500) });
  });

  it('that is more than a quarter of an hour off makes no codes, agreed or not', async () => {
    good(await start(accountId, { agreed: ['clock'] }));
    const told = await step(CODE_PAGE, {}, noon + 16 * MINUTE_MS);
    expect(told).toMatchObject({ outcome: { code: 'clock-far-off' } });
    expect((await lastRunItem.read())?.offers).toEqual([]);
  });

  it.each(Array.from({ length: 30 }, (_, left) => left))(
    'with %d s left to a code: waits in the last four only while the site’s is not known',
    async left => {
      vi.setSystemTime(noon + (30 - left) * SECOND_MS);
      good(await start(accountId));
      const unmeasured = await step(CODE_PAGE);
      expect(unmeasured.do).toBe(left > 0 && left < 4 ? 'wait' : 'write');
      await usedStepsItem.clear();
      good(await start(accountId));
      const nowMs = Date.now();
      expect((await step(CODE_PAGE, {}, nowMs - 500)).do).toBe('write');
    },
  );

  it('corrects the codes that are shown, and says so', async () => {
    await skewItem.write({ aheadMs: 40_000, errorMs: 510, measuredAtMs: noon });
    const [shown] = good(await accountHandlers['accounts.codes']({}));
    expect(shown).toMatchObject({ code: codeOf(noon + 40_000), clockBehindSeconds: 40, validUntilMs: noon + 20_000 });
  });
});

describe('a code that was copied', () => {
  it('counts as used: the sign-in after it takes another step', async () => {
    good(await accountHandlers['accounts.copied']({ id: accountId, what: 'code' }));
    good(await start(accountId));
    expect(await step(CODE_PAGE)).toMatchObject({ do: 'write', value: codeOf(noon - 30 * SECOND_MS) });
  });

  it('leaves no name on the disk, and counts for an authenticator that takes its place: the site goes by the person', async () => {
    good(await accountHandlers['accounts.copied']({ id: accountId, what: 'code' }));
    const draft = { label: '', email: '', apiKey: '', authenticator: NEXT_OTP, createdOn: '' };
    good(
      await accountHandlers['accounts.save']({
        id: accountId,
        baseRevision: 1,
        changed: ['authenticator'],
        draft,
        touch: null,
      }),
    );
    const ledger = await usedStepsItem.read();
    expect(ledger?.map(({ token }) => token)).toEqual([accountId]);
    expect(JSON.stringify(ledger)).not.toContain('robin');
  });
});
