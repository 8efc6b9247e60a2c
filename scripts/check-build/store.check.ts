import { expect, it } from 'vitest';
import type { BuiltFile } from './read-build';
import { readBuild, readText } from './read-build';

const isManifest = ({ name }: BuiltFile) => name === 'manifest.json';

it('the build for the store is the one that people load, without its key', () => {
  const [ours, theirs] = [readBuild('chrome-mv3'), readBuild('store/chrome-mv3')];
  const { key, ...rest } = JSON.parse(readText(ours, 'manifest.json'));
  expect(key).toBeTypeOf('string');
  expect(JSON.parse(readText(theirs, 'manifest.json'))).toEqual(rest);
  const others = theirs.filter(file => !isManifest(file));
  expect(others.map(({ name }) => name)).toEqual(ours.filter(file => !isManifest(file)).map(({ name }) => name));
  const differing = others.filter(file => readText(ours, file.name) !== file.bytes.toString('utf8'));
  expect(differing.map(({ name }) => name)).toEqual([]);
});
