import { readFile } from 'node:fs/promises';
import type { Html } from '../html';
import { html, writePage } from '../html';
import type { Reply, Visit } from '../http';
import { replyPage, replyRedirect } from '../http';
import type { Layout } from '../layouts/layout';
import { HOME_PATH } from '../next-path';
import { answerJsonSignIn, verifyFinally } from '../sign-in';
import type { SiteState } from '../state';
import { bundleScript } from './bundle-script';
import type { GalleryLayout, GalleryName } from './gallery';
import { findInGallery } from './gallery';
import { pagesInGerman } from './pages-in-german';

const LOGIN_PATH = '/auth/login';
const SITE_NAMES = { email: 'email', key: 'api_key', code: 'totp' };
const SCRIPT = /<script type="module">\n([\s\S]*?)<\/script>/;
/** Where React and Vue put their page. */
const MOUNT: Html = html`<h1>Sign in</h1>
<div id="root"></div>
<div id="error" role="alert"></div>`;

/** The sign-in pages of one layout of the gallery. They are verified like all others: by a form post or by JSON. */
export function serveGalleryLayout(name: GalleryName): Layout {
  if (name === 'pages-in-german') return pagesInGerman;
  const layout = findInGallery(name);
  const script = `gallery-${name}.js`;
  return {
    routes: [
      {
        method: 'GET',
        path: LOGIN_PATH,
        answer: async (_visit, state) =>
          replyPage(writePage({ title: 'Sign in', content: await readMarkup(name, layout, state), scripts: [script] })),
      },
      { method: 'GET', path: `/assets/${script}`, answer: () => replyScript(name, layout) },
      { method: 'POST', path: LOGIN_PATH, answer: (visit, state) => takeForm(visit, state, layout) },
      {
        method: 'POST',
        path: '/api/user/login',
        answer: (visit, state) => answerJsonSignIn(visit, state, { asksForKey: true }),
      },
    ],
  };
}

function pathOf(name: GalleryName, ending: string): URL {
  return new URL(`pages/${name}.${ending}`, import.meta.url);
}

/**
 * The page's markup. Its script is served apart: the site's policy allows none inside a page. `{{email}}` stands for the
 * last visitor's, which is that of the site's first account.
 */
async function readMarkup(name: GalleryName, { written = 'html' }: GalleryLayout, state: SiteState): Promise<Html> {
  if (written !== 'html') return MOUNT;
  const text = await readFile(pathOf(name, written), 'utf8');
  const [lastVisitor] = state.accounts.values();
  return { markup: text.replace(SCRIPT, '').replace('{{email}}', html`${lastVisitor?.email ?? ''}`.markup) };
}

async function replyScript(name: GalleryName, { written = 'html' }: GalleryLayout): Promise<Reply> {
  const file = pathOf(name, written);
  const body = written === 'html' ? (SCRIPT.exec(await readFile(file, 'utf8'))?.[1] ?? '') : await bundleScript(file);
  return { status: 200, contentType: 'text/javascript; charset=utf-8', body };
}

function takeForm(visit: Visit, state: SiteState, { names = SITE_NAMES }: GalleryLayout): Reply {
  const read = (name: string) => visit.fields[name] ?? '';
  const given = { email: read(names.email), key: read(names.key), code: read(names.code) };
  const { status, cookies, delivery } = verifyFinally(given, visit, state);
  if (status === 200) return { ...replyRedirect(HOME_PATH, cookies), delivery };
  const content = html`<h1>Sign in</h1><p id="error" class="visible" role="alert">Sign-in failed.</p>
<p><a href="${LOGIN_PATH}">Try again</a></p>`;
  return { ...replyPage(writePage({ title: 'Sign in', content }), status), delivery };
}
