import { parseArgs } from 'node:util';
import type { SiteLayoutName } from '../../e2e/site/layouts/find-layout';
import { isSiteLayoutName, siteLayoutNames } from '../../e2e/site/layouts/find-layout';

/** What a person signs in with, as they would paste it. */
export type Credentials = { readonly email: string; readonly key: string; readonly authenticator: string };

/** Where the demo signs in. `given`: a server that somebody else runs on this machine. */
export type DemoSite =
  | { readonly mode: 'bundled'; readonly layout: SiteLayoutName }
  | { readonly mode: 'given'; readonly host: string; readonly port: number; readonly credentials: Credentials }
  | { readonly mode: 'live' };

/** What the demo was asked to do. `build` is false where the build that is there shall do. */
export type DemoArguments = DemoSite & { readonly headless: boolean; readonly build: boolean };

const OPTIONS = {
  headless: { type: 'boolean' },
  layout: { type: 'string' },
  site: { type: 'string' },
  email: { type: 'string' },
  key: { type: 'string' },
  authenticator: { type: 'string' },
  live: { type: 'boolean' },
  'no-build': { type: 'boolean' },
} as const;

/** What each option is called. */
export const OPTION_NAMES = Object.keys(OPTIONS);

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** The arguments, or one sentence about what is wrong with them. */
export function readArguments(args: readonly string[]): DemoArguments | string {
  try {
    return interpret(parseArgs({ args: [...args], options: OPTIONS }).values);
  } catch (error) {
    // Node's own sentence, without its advice about arguments that begin with a dash.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return `${sentence}. Known are ${OPTION_NAMES.map(name => `--${name}`).join(', ')}.`;
  }
}

function interpret(values: Values): DemoArguments | string {
  const { headless = false, 'no-build': noBuild = false } = values;
  const site = chooseSite(values);
  return typeof site === 'string' ? site : { ...site, headless, build: !noBuild };
}

function chooseSite(values: Values): DemoSite | string {
  const { site, layout = 'documented', live = false } = values;
  if (live) {
    const other = Object.keys(values).find(name => name !== 'live' && name !== 'no-build');
    return other === undefined ? { mode: 'live' } : `--live stands alone: it does not go with --${other}.`;
  }
  if (site !== undefined) return interpretGiven(values, site);
  const stray = (['email', 'key', 'authenticator'] as const).find(name => values[name] !== undefined);
  if (stray !== undefined) return `--${stray} goes with --site; the bundled site makes an account of its own.`;
  if (!isSiteLayoutName(layout)) return `--layout is one of ${siteLayoutNames.join(', ')}.`;
  return { mode: 'bundled', layout };
}

function interpretGiven(values: Values, site: string): DemoSite | string {
  const { email, key, authenticator, layout } = values;
  if (layout !== undefined) return '--layout is for the bundled site; a server given with --site has its own.';
  const [, host = '', portText = ''] = /^(\[.+\]|[^:]+):(\d{1,5})$/.exec(site) ?? [];
  const port = Number(portText);
  if (host === '' || port < 1 || port > 65_535) return `--site is HOST:PORT, such as 127.0.0.1:8443, not “${site}”.`;
  if (!isLoopback(host)) return `--site takes servers on this machine only (127.0.0.1, localhost, [::1]), not ${host}.`;
  if (!email || !key || !authenticator) return '--site needs --email, --key and --authenticator as well.';
  return { mode: 'given', host, port, credentials: { email, key, authenticator } };
}

/** Real keys must not end up in a stranger's server by a slip of the hand. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(host);
}
