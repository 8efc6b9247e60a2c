import { describe, expect, it } from 'vitest';
import { readSource } from './architecture.testing';
import type { Rule } from './architecture-rules.testing';
import * as rules from './architecture-rules.testing';

/** The files that a rule complains about, in a tree of the given ones. */
function accused(rule: Rule, files: Readonly<Record<string, string>>): readonly string[] {
  const sources = Object.entries(files).map(([path, text]) => readSource(path, text));
  return rule(sources).map(sentence => sentence.split(' ')[0] ?? '');
}

/** Each rule with a file that breaks it: a rule that finds nothing here would find nothing anywhere. */
const BROKEN: readonly (readonly [string, Rule, string, string])[] = [
  ['an import against the order', rules.importRule, 'lib/crypto/a.ts', "import { b } from '../vault/b';"],
  ['an import of a neighbour', rules.importRule, 'lib/totp/a.ts', "import type { B } from '../vault/b';"],
  ['a type from a later layer', rules.importRule, 'lib/vault/a.ts', "import type { B } from '../messages/b';"],
  ['an import over several lines', rules.importRule, 'lib/shared/a.ts', "import {\n  b,\n  c,\n} from '../model/b';"],
  ['a re-export', rules.importRule, 'lib/shared/a.ts', "export { b } from '../model/b';"],
  ['an import at run time', rules.importRule, 'lib/shared/a.ts', "const b = await import('../model/b');"],
  [
    'a component that knows a page',
    rules.importRule,
    'components/A.tsx',
    "import { b } from '../entrypoints/popup/b';",
  ],
  ['a page that knows another', rules.importRule, 'entrypoints/popup/a.ts', "import { b } from '../options/b';"],
  ['a test against the order', rules.importRule, 'lib/crypto/a.test.ts', "import { b } from '../vault/b';"],
  ['a folder that nobody placed', rules.everyFolderHasALayer, 'lib/misc/a.ts', ''],
  [
    'a page that opens the vault',
    rules.onlyTheWorkerHoldsKeys,
    'entrypoints/popup/a.ts',
    "import { V } from '../../lib/vault/vault';",
  ],
  [
    'a component that derives',
    rules.onlyTheWorkerHoldsKeys,
    'components/A.tsx',
    "import { k } from '../lib/crypto/kdf';",
  ],
  ['an adapter that decrypts', rules.onlyTheWorkerHoldsKeys, 'lib/browser/a.ts', "import { d } from '../crypto/aead';"],
  [
    'a page that reads the session',
    rules.onlyTheWorkerHoldsKeys,
    'entrypoints/options/a.ts',
    "import { s } from '../../lib/browser/session-key';",
  ],
  [
    'the login page with a type of the vault',
    rules.loginPageKnowsNoVault,
    'entrypoints/signin.content/a.ts',
    "import type { V } from '../../lib/vault/vault';",
  ],
  ['a clock', rules.pureLibsAreGivenTheWorld, 'lib/keys/a.ts', 'export const now = () => Date.now();'],
  ['a clock of another kind', rules.pureLibsAreGivenTheWorld, 'lib/keys/a.ts', 'export const now = () => new Date();'],
  ['chance', rules.pureLibsAreGivenTheWorld, 'lib/model/a.ts', 'export const id = Math.random();'],
  ['a page', rules.pureLibsAreGivenTheWorld, 'lib/signin/a.ts', "document.querySelector('input');"],
  ['a browser', rules.pureLibsAreGivenTheWorld, 'lib/vault/a.ts', 'await browser.storage.local.get();'],
  [
    'an adapter outside its folder',
    rules.browserIsTouchedInOneFolder,
    'lib/vault/a.ts',
    "import { x } from 'wxt/browser';",
  ],
  ['a component that sends', rules.componentsTouchNoBrowser, 'components/A.tsx', 'browser.runtime.sendMessage(1);'],
  ['a component with the API', rules.componentsTouchNoBrowser, 'components/A.tsx', "import { b } from 'wxt/browser';"],
  [
    'a door',
    rules.noDoorForStrangers,
    'entrypoints/background/a.ts',
    'browser.runtime.onMessageExternal.addListener(f);',
  ],
  ['a window message', rules.noDoorForStrangers, 'entrypoints/signin.content/a.ts', "addEventListener('message', f);"],
  [
    'a resource for pages',
    rules.noDoorForStrangers,
    'wxt.config.ts',
    'export default { web_accessible_resources: [] };',
  ],
  ['a long file', rules.filesStaySmall, 'lib/keys/a.ts', 'const a = 1;\n'.repeat(251)],
  ['a barrel', rules.noBarrels, 'lib/keys/index.ts', "export { a } from './a';\nexport * from './b';\n"],
  ['an any', rules.everythingHasAType, 'lib/keys/a.ts', 'export const a = (b: any) => b;'],
  ['a list of any', rules.everythingHasAType, 'lib/keys/a.ts', 'export const a = [] as any[];'],
];

describe('a rule', () => {
  it.each(BROKEN)('finds %s', (_, rule, path, text) => {
    const [first = '', ...others] = accused(rule, { [path]: text });
    expect(others).toEqual([]);
    expect(path.startsWith(first) && first !== '').toBe(true);
  });

  it('finds what a page comes to run by a long way', () => {
    const files = {
      'entrypoints/popup/main.tsx': "import { a } from '../../lib/browser/a';",
      'lib/browser/a.ts': "import { b } from './b';",
      'lib/browser/b.ts': "import { x } from '../vault/open';",
      'lib/vault/open.ts': '',
    };
    expect(accused(rules.nothingElseReachesThem, files)).toEqual(['entrypoints/popup/']);
    const typed = { ...files, 'lib/browser/b.ts': "import type { X } from '../vault/open';" };
    expect(accused(rules.nothingElseReachesThem, typed)).toEqual([]);
  });

  it('minds no words in comments, and none in quotes where they are only words', () => {
    const text =
      "// Date.now() and any document\n/* window: any */\nexport const a = 'browser, document, Math.random';";
    expect(accused(rules.pureLibsAreGivenTheWorld, { 'lib/keys/a.ts': text })).toEqual([]);
    expect(accused(rules.everythingHasAType, { 'lib/keys/a.ts': text })).toEqual([]);
  });

  it('lets the worker do what is its own', () => {
    const text = "import { V } from '../../lib/vault/vault';\nimport { s } from '../../lib/browser/session-key';";
    expect(accused(rules.onlyTheWorkerHoldsKeys, { 'entrypoints/background/worker.ts': text })).toEqual([]);
    expect(accused(rules.importRule, { 'entrypoints/background/worker.ts': text })).toEqual([]);
  });
});
