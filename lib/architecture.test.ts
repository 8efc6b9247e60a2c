// The third lock of the import rule (docs: README, "How it is built"). The first is tsconfig.pure.json, the second the
// linter; this one reads the whole tree and says in a sentence what to do instead.
import { describe, expect, it } from 'vitest';
import { isProduct, readTree } from './architecture.testing';
import * as rules from './architecture-rules.testing';

const tree = readTree('lib', 'components', 'entrypoints', 'wxt.config.ts');
const everything = readTree('lib', 'components', 'entrypoints', 'e2e', 'scripts', 'bench', 'wxt.config.ts');

describe('the house', () => {
  it('was read at all', () => {
    expect(tree.length).toBeGreaterThan(100);
    expect(tree.filter(isProduct).flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
  });

  it('has a place for every folder of lib', () => {
    expect(rules.everyFolderHasALayer(tree)).toEqual([]);
  });

  it('imports one way only, types included', () => {
    expect(rules.importRule(tree)).toEqual([]);
  });

  it('lets only the worker hold keys and open the vault', () => {
    expect(rules.onlyTheWorkerHoldsKeys(tree)).toEqual([]);
  });

  it('puts neither vault nor keys nor schemas into the code of a page, by whatever way', () => {
    expect(rules.nothingElseReachesThem(tree)).toEqual([]);
  });

  it('keeps vault, codes and ages from the script on the login page', () => {
    expect(rules.loginPageKnowsNoVault(tree)).toEqual([]);
  });

  it('gives the pure folders time, randomness and the world as parameters', () => {
    expect(rules.pureLibsAreGivenTheWorld(tree)).toEqual([]);
  });

  it('touches the browser in one folder of lib, and in no component', () => {
    expect(rules.browserIsTouchedInOneFolder(tree)).toEqual([]);
    expect(rules.componentsTouchNoBrowser(tree)).toEqual([]);
  });

  it('has no door for strangers', () => {
    expect(rules.noDoorForStrangers(tree)).toEqual([]);
  });

  it('is made of small files, of which each has something of its own', () => {
    expect(rules.filesStaySmall(everything)).toEqual([]);
    expect(rules.noBarrels(everything)).toEqual([]);
  });

  it('has a type for everything', () => {
    expect(rules.everythingHasAType(everything)).toEqual([]);
  });
});
