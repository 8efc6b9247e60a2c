// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isClockRequest, readClock } from './read-clock';

const SITE_TIME = 'Sun, 22 Nov 2026 12:00:40 GMT';
const NOON = Date.parse('Sun, 22 Nov 2026 12:00:00 GMT');

function answerWith(date: string | null, arrive = () => {}, other: { type?: string; age?: string } = {}) {
  const fetch = vi.fn(async (_path: string, _how: RequestInit) => {
    arrive();
    const { type = 'basic', age = null } = other;
    return { type, headers: new Headers({ ...(date && { Date: date }), ...(age && { Age: age }) }) };
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
      `${location.origin}${location.pathname}`,
      expect.objectContaining({
        mode: 'same-origin',
        method: 'HEAD',
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
      }),
    );
  });

  it('says nothing where the site tells no time', async () => {
    answerWith(null);
    expect(await readClock()).toBeNull();
    answerWith('noon');
    expect(await readClock()).toBeNull();
  });

  it('asks the page’s own origin, whatever base the page names', async () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    const fetch = answerWith(SITE_TIME);
    await readClock();
    base.remove();
    expect(fetch.mock.calls[0]?.[0]).toBe(`${location.origin}${location.pathname}`);
  });

  it('says nothing where a cache or the page’s own service worker answered', async () => {
    answerWith(SITE_TIME, () => {}, { age: '119' });
    expect(await readClock()).toBeNull();
    answerWith(SITE_TIME, () => {}, { type: 'default' });
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
