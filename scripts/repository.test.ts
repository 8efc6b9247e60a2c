import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { ROOT } from './run-command.mjs';

const documents = [
  'README.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name.replaceAll(path.sep, '/')}`),
];

const read = (document: string) => readFileSync(path.join(ROOT, document), 'utf8');

describe('package.json', () => {
  it.each(['start', 'test', 'test:long', 'build', 'fix', 'zip', 'bench', 'build-for-amo'])(
    'has the script %s',
    name => {
      expect(Object.keys(packageJson.scripts)).toContain(name);
    },
  );

  it.each(['start', 'test', 'test:long', 'build', 'fix', 'zip', 'bench'] as const)('sets up before %s', name => {
    const [, file = ''] = /^node (scripts\/\S+)$/.exec(packageJson.scripts[name]) ?? [];
    expect(read(file)).toContain('runScript(');
  });

  it('starts only files that exist', () => {
    const files = Object.values(packageJson.scripts).flatMap(script => script.match(/\bscripts\/\S+/g) ?? []);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(file => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

describe.each(documents)('%s', document => {
  it('links and shows only files that exist', () => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter(link => !/^(?:https?:|mailto:|#)/.test(link))
      .map(link => link.replace(/#.*/, ''));
    const folder = path.dirname(path.join(ROOT, document));
    expect(links.filter(link => !existsSync(path.resolve(folder, link)))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...read(document).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
    const scripts = named.map(([, run, short]) => run ?? short ?? '');
    expect(scripts.filter(name => !(name in packageJson.scripts))).toEqual([]);
  });
});
