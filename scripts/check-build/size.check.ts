import { expect, it } from 'vitest';
import { BUILDS, listLoadedScripts, readBuild, readText, weighGzipped, weighZipped } from './read-build';

const KB = 1000;

// The budgets: what a person waits for on every sign-in page, at every opening of the popup, and once at installation.
it.each(BUILDS)('%s: the script on the sign-in page weighs at most 10 kB', build => {
  expect(weighGzipped(readText(readBuild(build), 'content-scripts/signin.js'))).toBeLessThanOrEqual(10 * KB);
});

it.each(BUILDS)('%s: all that the popup loads before it shows something weighs at most 100 kB', build => {
  const files = readBuild(build);
  const scripts = listLoadedScripts(files, 'popup.html');
  expect(scripts.length).toBeGreaterThan(0);
  const weight = scripts.reduce((total, name) => total + weighGzipped(readText(files, name)), 0);
  expect(weight).toBeLessThanOrEqual(100 * KB);
});

it.each(BUILDS)('%s: the package weighs at most 350 kB', build => {
  expect(weighZipped(readBuild(build))).toBeLessThanOrEqual(350 * KB);
});
