import { Window } from 'happy-dom';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ENROLMENT_ELEMENTS } from '../../lib/signin/enrolment-page';
import { FOREIGN_FIELDS, KNOWN_ELEMENTS, LOGIN_FORM, SHA1_CONTINUE } from '../../lib/signin/site';
import type { Site } from './start-site';
import { startSite } from './start-site';
import { createClient } from './test-client';

// What Latchkey knows of the site by heart has to be there, and as often as it says.

const ALL = [...KNOWN_ELEMENTS, LOGIN_FORM, SHA1_CONTINUE, ...FOREIGN_FIELDS, ...Object.values(ENROLMENT_ELEMENTS)];

let site: Site;
beforeEach(async () => {
  site = await startSite({ layout: 'today' });
});
afterEach(() => site.close());

/** A page of the site, as somebody sees it who is signed in. */
async function open(path: string): Promise<Document> {
  const client = createClient(site.port);
  const { email, secret } = site.account;
  await client.postJson('/api/user/login', { email, totp: site.codeFor(secret) });
  const answer = await client.get(path === '/auth/setup' ? site.operator.issueSetup(email) : path);
  expect(answer.status).toBe(200);
  return new new Window().DOMParser().parseFromString(answer.text, 'text/html') as unknown as Document;
}

it.each(ALL)('an element that is known by heart is on its page: #$id on $sample, $count times', async known => {
  const page = await open(known.sample);
  expect(page.querySelectorAll(`#${known.id}`)).toHaveLength(known.count);
});
