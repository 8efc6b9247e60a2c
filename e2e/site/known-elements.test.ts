import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KNOWN_ELEMENTS, SHA1_CONTINUE_ID } from '../../lib/signin/site';
import { type Site, startSite } from './start-site';
import { createClient } from './test-client';

// What Latchkey knows of the site by heart has to be there, and as often as it says.

let site: Site;
beforeEach(async () => {
  site = await startSite({ layout: 'today' });
});
afterEach(() => site.close());

describe('an element that is known by its id', () => {
  it.each(KNOWN_ELEMENTS)('is on its page: #$id on $sample, $count times', async ({ id, sample, count }) => {
    const answer = await createClient(site.port).get(sample);
    const page = new new Window().DOMParser().parseFromString(answer.text, 'text/html');
    expect(page.querySelectorAll(`#${id}`)).toHaveLength(count);
  });
});

describe('an element that is read or written by a click in the popup', () => {
  it.each([
    ['/auth/login', `#${SHA1_CONTINUE_ID}`, 1],
    ['/auth/backup', '#email', 1],
    ['/auth/backup', '#code', 1],
    ['/auth/setup', '#qr-code', 1],
    ['/auth/setup', '#secret-display', 1],
    ['/auth/setup', '#verify-code', 1],
    ['/auth/setup', '#backup-codes', 1],
  ])('is on its page: on %s %s, %d times', async (sample, selector, count) => {
    const path = sample === '/auth/setup' ? site.operator.issueSetup(site.account.email) : sample;
    const answer = await createClient(site.port).get(path);
    const page = new new Window().DOMParser().parseFromString(answer.text, 'text/html');
    expect(page.querySelectorAll(selector)).toHaveLength(count);
  });
});
