import { expect, it } from 'vitest';
import type { IdentifiedCaller } from './caller';
import { limitCallers } from './limit-callers';

const fromTab = (tabId: number): IdentifiedCaller => ({
  caller: 'login-page',
  document: { tabId, documentId: 'D', url: 'https://paramant.app/auth/login' },
});

function ask(times: number, identify: () => IdentifiedCaller | null): number {
  return Array.from({ length: times }, identify).filter(answer => answer !== null).length;
}

it('lets a login page speak as often as a run may need, and no more within a second', () => {
  let nowMs = 1_000;
  const limited = limitCallers(
    () => fromTab(4),
    () => nowMs,
  );
  expect(ask(10_000, () => limited({}))).toBe(100);
  nowMs += 999;
  expect(ask(10, () => limited({}))).toBe(0);
  nowMs += 1;
  expect(ask(10, () => limited({}))).toBe(10);
});

it('counts each tab by itself, and pages of ours not at all', () => {
  let identified: IdentifiedCaller | null = fromTab(4);
  const limited = limitCallers(
    () => identified,
    () => 0,
  );
  ask(10_000, () => limited({}));
  identified = fromTab(5);
  expect(ask(1, () => limited({}))).toBe(1);
  identified = { caller: 'page' };
  expect(ask(1_000, () => limited({}))).toBe(1_000);
  identified = null;
  expect(limited({})).toBeNull();
});

it('counts anew when the clock is set back', () => {
  let nowMs = 5_000;
  const limited = limitCallers(
    () => fromTab(4),
    () => nowMs,
  );
  ask(10_000, () => limited({}));
  nowMs = 0;
  expect(ask(1, () => limited({}))).toBe(1);
});
