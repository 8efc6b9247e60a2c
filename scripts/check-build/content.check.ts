import { describe, expect, it } from 'vitest';
import { BUILDS, readBuild } from './read-build';

// What may be in no script of a build, and why.
const FORBIDDEN: readonly (readonly [why: string, pattern: RegExp])[] = [
  ['runs text as code', /\beval\s*\(/],
  ['runs text as code', /\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/],
  ['loads code from elsewhere', /\b(?:import|importScripts)\s*\(\s*["'`](?:https?:)?\/\//],
  // As a property that is read. webextension-polyfill names one of them in its table of what to wrap.
  ['listens to other extensions or pages', /(?:\.|\[\s*["'`])on(?:Message|Connect)External\b/],
  ['points to a source map', /^\/\/[#@]\s*sourceMappingURL=/m],
  ['is there for tests', /\bdata-testid\b|\bimport\.meta\.vitest\b|\b127\.0\.0\.1\b|\blocalhost:/],
];

describe.each(BUILDS)('%s', build => {
  const files = readBuild(build);
  const scripts = files.filter(file => file.name.endsWith('.js'));
  const pages = files.filter(file => file.name.endsWith('.html'));

  it.each(FORBIDDEN)('no script %s', (_why, pattern) => {
    const found = scripts.filter(script => pattern.test(script.bytes.toString('utf8')));
    expect(found.map(script => script.name)).toEqual([]);
  });

  it('has no source maps and no files of an unknown kind', () => {
    const known = /\.(?:js|html|css|json|png|svg|wasm)$/;
    expect(files.map(file => file.name).filter(name => !known.test(name))).toEqual([]);
  });

  it('pages load only their own scripts and styles, and none inline', () => {
    expect(pages.map(page => page.name)).toContain('popup.html');
    for (const page of pages) {
      const html = page.bytes.toString('utf8');
      const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(match => match[1]);
      expect(addresses.filter(address => !/^\/[^/]/.test(address ?? ''))).toEqual([]);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/i);
    }
  });

  it('has the pages and scripts that people and the manifest know by name', () => {
    const names = files.map(file => file.name);
    expect(names).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'content-scripts/signin.js']));
    expect(names.includes('offscreen.html')).toBe(build === 'chrome-mv3');
  });
});
