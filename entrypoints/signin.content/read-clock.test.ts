// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isClockRequest, readClock } from './read-clock';

const SITE_TIME = 'Sun, 22 Nov 2026 12:00:40 GMT';
const NOON = Date.parse('Sun, 22 Nov 2026 12:00:00 GMT');

function answerWith(date: string | null, arrive = () => {}) {
  const fetch = vi.fn(async (_path: string, _how: RequestInit) => {
    arrive();
    return { headers: new Headers(date === null ? {} : { Date: date }) };
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'performance'] });
});

describe('readClock', () => {
  it('asks the page’s own address for nothing but its headers, and sends no cookie along', async () => {
    const fetch = answerWith(SITE_TIME, () => vi.advanceTimersByTime(80));
    expect(await readClock()).toEqual({ sentAtMs: NOON, receivedAtMs: NOON + 80, siteMs: NOON + 40_000 });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      location.pathname,
      expect.objectContaining({ method: 'HEAD', cache: 'no-store', credentials: 'omit', redirect: 'error' }),
    );
  });

  it('says nothing where the site tells no time', async () => {
    answerWith(null);
    expect(await readClock()).toBeNull();
    answerWith('noon');
    expect(await readClock()).toBeNull();
  });

  it('says nothing where this computer’s clock was set while it waited', async () => {
    answerWith(SITE_TIME, () => vi.setSystemTime(NOON - 60_000));
    expect(await readClock()).toBeNull();
  });

  it('says nothing where there is no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await readClock()).toBeNull();
  });
});

describe('isClockRequest', () => {
  it('knows its own request among the page’s', async () => {
    answerWith(SITE_TIME);
    const askedAt = performance.now();
    await readClock();
    const own = `${location.origin}${location.pathname}`;
    const noted = (name: string, startTime: number) => ({ name, startTime }) as PerformanceResourceTiming;
    expect(isClockRequest(noted(own, askedAt + 5))).toBe(true);
    expect(isClockRequest(noted(own, askedAt + 101))).toBe(false);
    expect(isClockRequest(noted(own, askedAt - 1))).toBe(false);
    expect(isClockRequest(noted(`${own}/api/user/login`, askedAt + 5))).toBe(false);
  });
});
