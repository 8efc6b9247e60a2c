import type { Latchkey } from '../../e2e/harness/launch';
import { SITE_ORIGIN } from '../../e2e/harness/launch';
import { OptionsPage } from '../../e2e/pages/options-page';
import type { OpenSite } from './open-site';
import type { SessionWatch } from './watch-session';

/** Opens the login page and Latchkey's own for a person, says what to type, and stays until the window is closed. */
export async function accompanyPerson(latchkey: Latchkey, site: OpenSite, watch: SessionWatch): Promise<void> {
  const closed = waitForClose(latchkey);
  printInvitation(site);
  watch.started.then(() => console.log('The site has set its session cookie. Close the window when you are done.'));
  const [first] = latchkey.context.pages();
  const login = first ?? (await latchkey.context.newPage());
  // A person may close the window, or the real site be out of reach, before these have loaded.
  await login.goto(`${SITE_ORIGIN}/auth/login`).catch(() => {});
  await OptionsPage.open(latchkey).catch(() => {});
  await closed;
}

/** On some systems the browser outlives its last window, so the last page counts as well. */
function waitForClose({ context }: Latchkey): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (context.pages().length === 0) resolve();
    };
    for (const page of context.pages()) page.once('close', look);
    context.on('page', page => page.once('close', look));
    context.once('close', () => resolve());
  });
}

function printInvitation({ name, mapped, credentials }: OpenSite): void {
  const where =
    mapped === null ? `the real ${name}` : `a site on this machine (${name}) that answers for ${SITE_ORIGIN}`;
  console.log(`\nChromium is open with Latchkey, on ${where}.`);
  if (credentials !== null) {
    console.log(
      'Make a vault on the Latchkey page, add this account, and press Sign in in the popup on the login page:\n',
    );
    console.log(`  Email          ${credentials.email}`);
    console.log(`  API key        ${credentials.key}`);
    console.log(`  Authenticator  ${credentials.authenticator}`);
  }
  console.log('\nThe toolbar button is behind the puzzle piece. This ends when you close the window.\n');
}
