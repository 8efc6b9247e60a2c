import { describe, expect, it } from 'vitest';
import { siteLayoutNames } from '../../e2e/site/layouts/find-layout';
import { HELP } from './help.mjs';
import { OPTION_NAMES, readArguments } from './read-arguments';

const CREDENTIALS = ['--email', 'a@example.org', '--key', 'pgp_1', '--authenticator', 'otpauth://totp/a?secret=AA'];
const credentials = { email: 'a@example.org', key: 'pgp_1', authenticator: 'otpauth://totp/a?secret=AA' };

it('without arguments it is the bundled site in the documented layout', () => {
  expect(readArguments([])).toEqual({ mode: 'bundled', layout: 'documented', headless: false, build: true });
});

it('a layout is taken by its name', () => {
  const today = { mode: 'bundled', layout: 'today', headless: true, build: true };
  expect(readArguments(['--layout', 'today', '--headless'])).toEqual(today);
  expect(readArguments(['--headless', '--layout=today'])).toEqual(today);
});

it.each([
  ['127.0.0.1:8443', '127.0.0.1', 8443],
  ['127.200.3.4:1', '127.200.3.4', 1],
  ['localhost:65535', 'localhost', 65_535],
  ['[::1]:443', '[::1]', 443],
])('a server on this machine may be given: %s', (site, host, port) => {
  const expected = { mode: 'given', host, port, credentials, headless: false, build: true };
  expect(readArguments(['--site', site, ...CREDENTIALS])).toEqual(expected);
});

it('the help names every option', () => {
  expect(OPTION_NAMES.filter(name => !HELP.includes(`\n  --${name} `) && !HELP.includes(`\n  --${name}\n`))).toEqual(
    [],
  );
});

it('the real site is opened alone', () => {
  expect(readArguments(['--live'])).toEqual({ mode: 'live', headless: false, build: true });
});

it('the build that is there is taken where that was asked for', () => {
  expect(readArguments(['--no-build'])).toMatchObject({ mode: 'bundled', build: false });
  expect(readArguments(['--live', '--no-build'])).toMatchObject({ mode: 'live', build: false });
});

describe('what is wrong is said in one sentence', () => {
  it.each([
    [['--layout', 'nope'], `--layout is one of ${siteLayoutNames.join(', ')}.`],
    [['--layout', 'toString'], '--layout is one of'],
    [['--layout'], "Option '--layout <value>' argument missing. Known are --headless"],
    [['--what'], "Unknown option '--what'. Known are --headless"],
    [['today'], "Unexpected argument 'today'"],
    [['--headless=yes'], "Option '--headless' does not take an argument. Known are"],
    [['--email', 'a@example.org'], '--email goes with --site'],
    [['--site', '127.0.0.1:8443'], '--site needs --email, --key and --authenticator as well.'],
    [['--site', '127.0.0.1:8443', ...CREDENTIALS, '--layout', 'today'], '--layout is for the bundled site'],
    [['--site', '127.0.0.1', ...CREDENTIALS], '--site is HOST:PORT'],
    [['--site', '127.0.0.1:0', ...CREDENTIALS], '--site is HOST:PORT'],
    [['--site', '127.0.0.1:70000', ...CREDENTIALS], '--site is HOST:PORT'],
    [['--site', 'paramant.app:443', ...CREDENTIALS], '--site takes servers on this machine only'],
    [['--site', '127.0.0.1.example.org:443', ...CREDENTIALS], '--site takes servers on this machine only'],
    [['--site', '127.0.0.256:443', ...CREDENTIALS], '--site takes servers on this machine only'],
    [['--site', '10.0.0.1:443', ...CREDENTIALS], '--site takes servers on this machine only'],
    [['--live', '--headless'], '--live stands alone: it does not go with --headless.'],
  ])('%j', (args, sentence) => {
    expect(readArguments(args)).toContain(sentence);
  });
});
