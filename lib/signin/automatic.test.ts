import { describe, expect, it } from 'vitest';
import type { Circumstances, Hindrance } from './automatic';
import { findHindrance, hasJustBegun, NOT_AGAIN_WITHIN_MS, noteBeginning } from './automatic';

const NOW_MS = 1_700_000_000_000;
const NOTHING_AGAINST_IT: Circumstances = {
  mode: 'automatic',
  arrival: { isNew: true, isFromSite: false },
  isLoginStart: true,
  isInFront: true,
  isRunning: false,
  hasJustBegun: false,
  hasAccount: true,
  isTouchNeeded: false,
  isLimited: false,
};

const ROWS: readonly (readonly [why: string, over: Partial<Circumstances>, hindrance: Hindrance | null])[] = [
  ['nothing speaks against it', {}, null],
  ['the vault is locked', { mode: null }, 'locked'],
  ['the person presses Sign in', { mode: 'full' }, 'not-chosen'],
  ['the person presses on the page', { mode: 'fill' }, 'not-chosen'],
  ['it is a page below the login page', { isLoginStart: false }, 'elsewhere'],
  ['it was reloaded or brought back', { arrival: { isNew: false, isFromSite: false } }, 'no-arrival'],
  ['the site itself led here, as after a sign-out', { arrival: { isNew: true, isFromSite: true } }, 'from-the-site'],
  ['it opened in the background', { isInFront: false }, 'not-in-front'],
  ['another sign-in is under way', { isRunning: true }, 'running'],
  ['one has just begun in this tab', { hasJustBegun: true }, 'just-begun'],
  ['several accounts leave a choice', { hasAccount: false }, 'no-account'],
  ['a passkey has to be touched', { isTouchNeeded: true }, 'touch-needed'],
  ['the site would refuse it', { isLimited: true }, 'limited'],
];

describe('a sign-in that starts by itself', () => {
  it.each(ROWS)('where %s', (_, over, hindrance) => {
    expect(findHindrance({ ...NOTHING_AGAINST_IT, ...over })).toBe(hindrance);
  });

  it('starts only where every single thing is as it has to be', () => {
    const refused = ROWS.filter(([, , hindrance]) => hindrance !== null);
    for (const [, one] of refused) {
      for (const [, other] of refused) {
        expect(findHindrance({ ...NOTHING_AGAINST_IT, ...one, ...other })).not.toBeNull();
      }
    }
  });
});

describe('where sign-ins have begun', () => {
  const begun = noteBeginning([], 7, NOW_MS);

  it('counts in its own tab for a quarter of an hour', () => {
    expect(hasJustBegun(begun, 7, NOW_MS + NOT_AGAIN_WITHIN_MS - 1)).toBe(true);
    expect(hasJustBegun(begun, 7, NOW_MS + NOT_AGAIN_WITHIN_MS)).toBe(false);
    expect(hasJustBegun(begun, 8, NOW_MS)).toBe(false);
  });

  it('counts although the clock was set back', () => {
    expect(hasJustBegun(begun, 7, NOW_MS - 60_000)).toBe(true);
  });

  it('is kept once a tab, the latest, and dropped when it no longer counts', () => {
    const again = noteBeginning(noteBeginning(begun, 8, NOW_MS + 1), 7, NOW_MS + 2);
    expect(again).toEqual([
      { tabId: 8, startedAtMs: NOW_MS + 1 },
      { tabId: 7, startedAtMs: NOW_MS + 2 },
    ]);
    expect(noteBeginning(again, 9, NOW_MS + 2 + NOT_AGAIN_WITHIN_MS)).toHaveLength(1);
  });
});
