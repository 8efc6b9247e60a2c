import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KNOWN_ELEMENTS } from '../../lib/signin/site';
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
