import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteLayoutNames } from '../../e2e/site/layouts/find-layout';
import type { Site } from '../../e2e/site/start-site';
import { startSite } from '../../e2e/site/start-site';
import { listPictures, removePictures, runDemo } from './run-demo';

const TIMEOUT_MS = 180_000;
const ALL_PICTURES = ['1-first-run.png', '2-account.png', '3-login.png', '4-popup.png', '5-end.png'];

/** Runs the demo against a site that it did not start, with the key that is given. */
async function runOn(site: Site, key: string) {
  const { email, otpauthUri } = site.account;
  const address = `127.0.0.1:${site.port}`;
  const credentials = ['--email', email, '--key', key, '--authenticator', otpauthUri];
  const end = await runDemo(['--headless', '--site', address, ...credentials]);
  const name = `127-0-0-1-${site.port}`;
  const pictures = listPictures(name);
  removePictures(name);
  return { ...end, pictures };
}

describe.concurrent('npm start without a display', { timeout: TIMEOUT_MS }, () => {
  // One that asks for the key and one that does not; the browser tests sign in on all of them.
  it.each(['documented', 'april'])('signs in on the %s layout and leaves pictures', async layout => {
    removePictures(layout);
    const { code, lastLine, output } = await runDemo(['--headless', '--layout', layout]);
    expect(lastLine, output).toMatch(new RegExp(`^signed in as \\S+@\\S+ \\(${layout}\\)$`));
    expect(output).toContain(`pictures: ${path.join('.output/demo', `${layout}-*.png`)}\n`);
    expect(code).toBe(0);
    expect(listPictures(layout)).toEqual(ALL_PICTURES);
  });

  it('signs in on a site that was started apart from it', async () => {
    const site = await startSite({ layout: 'today' });
    try {
      const { code, lastLine, output, pictures } = await runOn(site, site.account.key);
      expect(lastLine, output).toBe(`signed in as ${site.account.email} (127.0.0.1:${site.port})`);
      expect(code).toBe(0);
      expect(site.isSignedIn(site.account.email)).toBe(true);
      expect(site.finalVerifications).toBe(1);
      expect(pictures).toEqual(ALL_PICTURES);
    } finally {
      await site.close();
    }
  });

  it('says that it is not signed in, and why, where the site refuses', async () => {
    const site = await startSite({ layout: 'documented' });
    try {
      const { code, lastLine, pictures } = await runOn(site, 'f'.repeat(64));
      expect(lastLine).toMatch(/^not signed in: The site did not accept /);
      expect(code).toBe(1);
      expect(site.isSignedIn(site.account.email)).toBe(false);
      expect(site.finalVerifications).toBe(1);
      expect(pictures).toEqual(ALL_PICTURES);
    } finally {
      await site.close();
    }
  });

  it.each([
    [['--layout', 'nope'], `not signed in: --layout is one of ${siteLayoutNames.join(', ')}.`],
    [['--site', 'paramant.app:443'], 'not signed in: --site takes servers on this machine only'],
  ])('says why it did not even try: %j', async (args, sentence) => {
    const { code, lastLine } = await runDemo(args);
    expect(lastLine).toContain(sentence);
    expect(code).toBe(1);
  });

  // Elsewhere there is always a display, and a window would open.
  it.runIf(process.platform === 'linux')('opens the real site for nobody', async () => {
    const { code, lastLine } = await runDemo(['--live'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(lastLine).toBe('not signed in: --live needs a display.');
    expect(code).toBe(1);
  });
});
