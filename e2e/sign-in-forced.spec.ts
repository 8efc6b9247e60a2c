// What the site may say to a sign-in besides yes and no, each forced by the server and seen in a real browser.
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { MASTER_PASSWORD } from './harness/master-password';
import { waitUntilAtRest } from './harness/read-state';
import { openLoginPage, signInByPopup } from './pages/login-page';
import { OptionsPage } from './pages/options-page';
import type { ForcedAnswer } from './site/forced';
import type { LayoutName } from './site/layouts/registry';

type Row = {
  readonly what: string;
  readonly layout: LayoutName;
  readonly answer: ForcedAnswer;
  readonly says: string;
  /** How many sign-ins the site counts. */
  readonly sent: 0 | 1;
};

const ROWS: readonly Row[] = [
  {
    what: 'a key that is refused at its own step',
    layout: 'documented-pages',
    answer: { status: 401, at: 'key' },
    says: 'The site no longer accepts this API key',
    sent: 0,
  },
  {
    what: 'a key that is forbidden at its own step',
    layout: 'documented-pages',
    answer: { status: 403, at: 'key' },
    says: 'The site no longer accepts this API key',
    sent: 0,
  },
  {
    what: 'an account that may not sign in',
    layout: 'documented-pages',
    answer: { status: 403 },
    says: 'The site did not accept the',
    sent: 1,
  },
  {
    what: 'an account that may not sign in, said to the page’s script',
    layout: 'april',
    answer: { status: 403 },
    says: 'The site did not accept the',
    sent: 1,
  },
  {
    what: 'an answer that is lost after the work is done',
    layout: 'today',
    answer: { drop: 'after' },
    says: 'The site could not be reached',
    sent: 1,
  },
  {
    what: 'an answer that does not come for long',
    layout: 'today',
    answer: { slowMs: 25_000 },
    says: 'the site did not show whether it worked',
    sent: 1,
  },
];

for (const { what, layout, answer, says, sent } of ROWS) {
  test(`${what} is told as what it is on the ${layout} layout, and nothing is sent again`, { tag: '@long' }, async ({
    latchkey,
    options,
    site,
  }) => {
    await expect(options.account('Work')).toBeVisible();
    site.layout = layout;
    site.force(answer);
    const popup = await signInByPopup(latchkey, await openLoginPage(latchkey));
    // Longer than the popup's own patience: a run waits a quarter of a minute for an answer.
    await expect.poll(() => popup.text(), { timeout: 25_000 }).toContain(says);
    await waitUntilAtRest(latchkey);
    expect(site.finalVerifications).toBe(sent);
  });
}

test('an account without an authenticator is told where the page asks for the code, and nothing is sent', {
  tag: '@long',
}, async ({ latchkey, site }) => {
  const options = await OptionsPage.open(latchkey);
  await options.createVault(MASTER_PASSWORD);
  const { email, key } = site.account;
  await options.addAccount({ label: 'Work', email, key });
  site.layout = 'april';
  const popup = await signInByPopup(latchkey, await openLoginPage(latchkey));
  await popup.expectText('This account has no authenticator saved');
  await waitUntilAtRest(latchkey);
  expect(site.finalVerifications).toBe(0);
});
