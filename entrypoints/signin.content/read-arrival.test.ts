// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readArrival } from './read-arrival';

/** Has the browser say how this document came into its tab. `from`: undefined where it knows no Navigation API. */
function arriveBy(type: string, from: object | null | undefined, referrer = '', pagesBefore = 1) {
  class Navigated {
    readonly type = type;
  }
  vi.stubGlobal('PerformanceNavigationTiming', Navigated);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([new Navigated()] as never);
  vi.stubGlobal('navigation', from === undefined ? undefined : { activation: { from } });
  vi.spyOn(Document.prototype, 'referrer', 'get').mockReturnValue(referrer);
  vi.spyOn(history, 'length', 'get').mockReturnValue(pagesBefore);
  return readArrival();
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('how the login page came into its tab', () => {
  it.each([
    ['typed, or from a bookmark', 'navigate', null, '', { isNew: true, isFromSite: false }],
    ['from another site', 'navigate', null, 'https://example.org/', { isNew: true, isFromSite: false }],
    ['from the site, which sends no referrer', 'navigate', {}, '', { isNew: true, isFromSite: true }],
    ['from the site in another tab', 'navigate', null, `${location.origin}/account`, { isNew: true, isFromSite: true }],
    ['from a site that looks like it', 'navigate', null, `${location.origin}.org/`, { isNew: true, isFromSite: false }],
    ['reloaded', 'reload', {}, '', { isNew: false, isFromSite: true }],
    ['back in the history', 'back_forward', null, '', { isNew: false, isFromSite: false }],
  ])('is told: %s', (_, type, from, referrer, expected) => {
    expect(arriveBy(type, from, referrer)).toEqual(expected);
  });

  it('counts any page before as one of the site where the browser does not tell', () => {
    expect(arriveBy('navigate', undefined, '', 2).isFromSite).toBe(true);
    expect(arriveBy('navigate', undefined, '', 1).isFromSite).toBe(false);
  });
});
