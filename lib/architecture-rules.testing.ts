import type { SourceFile } from './architecture.testing';
import { isProduct, reachOf, stripCode } from './architecture.testing';

/** Finds what breaks a rule: one sentence each, which says what to do instead. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

/** Each layer may import the layers before it, and no folder a neighbour of its own layer. */
export const LAYERS: readonly (readonly string[])[] = [
  ['lib/shared'],
  ['lib/crypto', 'lib/model'],
  ['lib/vault', 'lib/totp', 'lib/signin', 'lib/keys', 'lib/transfer', 'lib/sync'],
  ['lib/messages'],
  ['lib/browser'],
  ['components'],
  ['entrypoints'],
];

const PURE = LAYERS.slice(0, 4).flat();
const KEEPER = 'entrypoints/background/';
const GUARDED = ['lib/crypto/', 'lib/vault/', 'lib/browser/session-key', 'lib/browser/vault-store'];
const LOGIN_PAGE = 'entrypoints/signin.content/';
const UNKNOWN_TO_LOGIN_PAGE = ['lib/vault/', 'lib/totp/', 'lib/keys/'];

function layerOf(path: string): number {
  return LAYERS.findIndex(layer => layer.some(folder => path.startsWith(`${folder}/`)));
}

function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'components' ? first : `${first}/${second}`;
}

const beginsWithAny = (path: string, beginnings: readonly string[]) => beginnings.some(start => path.startsWith(start));

/** The import rule of the house, type imports included: a type is a dependency too, only a cheaper one. */
export const importRule: Rule = files =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap(({ target }) => {
      const [from, to] = [layerOf(path), layerOf(target)];
      if (from < 0 || to < 0 || folderOf(path) === folderOf(target) || to < from) return [];
      // A test may borrow the helpers of another folder's tests.
      if (!isProduct({ path }) && !isProduct({ path: target })) return [];
      return `${path} imports ${target}. Imports point one way: ${LAYERS.map(layer => layer.join(', ')).join(' <- ')}. Move what both need into a layer before them, or hand it in as a parameter.`;
    }),
  );

/** Every folder of lib/ has its place in the order, so that nothing stands outside the rule. */
export const everyFolderHasALayer: Rule = files =>
  [...new Set(files.map(({ path }) => folderOf(path)))]
    .filter(folder => folder.startsWith('lib/') && !folder.endsWith('.ts') && layerOf(`${folder}/`) < 0)
    .map(folder => `${folder}/ is in no layer. Give it its place in LAYERS, in biome.json and in tsconfig.pure.json.`);

/** The line that is the security architecture. */
export const onlyTheWorkerHoldsKeys: Rule = files =>
  files.filter(isProduct).flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isType }) => !isType && beginsWithAny(target, GUARDED))
      .filter(() => !path.startsWith(KEEPER) && !beginsWithAny(path, ['lib/crypto/', 'lib/vault/']))
      .map(
        ({ target }) =>
          `${path} imports values of ${target}. Only the worker (${KEEPER}) holds keys and opens the vault: send it a message of lib/messages/protocol.ts instead.`,
      ),
  );

/** The same, seen from where it matters: what is in the code that a page or the login page runs. */
export const nothingElseReachesThem: Rule = files =>
  ['entrypoints/popup/', 'entrypoints/options/', 'entrypoints/offscreen/', LOGIN_PAGE, 'components/'].flatMap(
    context => {
      const banned = [...GUARDED, 'lib/messages/protocol', ...(context === LOGIN_PAGE ? UNKNOWN_TO_LOGIN_PAGE : [])];
      const product = files.filter(isProduct);
      const reach = reachOf(
        product,
        product.filter(({ path }) => path.startsWith(context)),
      );
      return [...reach]
        .filter(([path]) => beginsWithAny(path, banned))
        .map(
          ([path, way]) =>
            `${context} comes to run ${path}, by way of ${way}. It may know its types and never its values.`,
        );
    },
  );

export const loginPageKnowsNoVault: Rule = files =>
  files
    .filter(({ path }) => path.startsWith(LOGIN_PAGE))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => beginsWithAny(target, UNKNOWN_TO_LOGIN_PAGE))
        .map(
          ({ target }) =>
            `${path} imports ${target}. The script on the login page is told what to do and gets one value at a time: it knows no vault, no codes and no ages.`,
        ),
    );

/** Rules about words: what a kind of file must not say. `strings` says whether words in quotes count. */
function wordRule(
  applies: (file: SourceFile) => boolean,
  words: RegExp,
  strings: 'with strings' | 'without strings',
  lesson: string,
): Rule {
  return files =>
    files.filter(applies).flatMap(file => {
      const word = words.exec(stripCode(file.code, strings === 'with strings'))?.[0];
      return word === undefined ? [] : [`${file.path} says “${word.trim()}”. ${lesson}`];
    });
}

const isPure = (file: SourceFile) =>
  isProduct(file) &&
  beginsWithAny(
    file.path,
    PURE.map(folder => `${folder}/`),
  );

export const pureLibsAreGivenTheWorld = wordRule(
  isPure,
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bgetRandomValues\b|\bdocument\b|\bwindow\b|\bbrowser\b|\bchrome\b|\bglobalThis\b|\bfetch\(|\bset(?:Timeout|Interval)\(|\bconsole\./u,
  'without strings',
  'Pure folders are given time, randomness, storage and pages as parameters, so that a test can be any world.',
);

export const componentsTouchNoBrowser: Rule = files => {
  const components = files.filter(file => isProduct(file) && file.path.startsWith('components/'));
  const lesson = 'Components get props and give callbacks; what touches the browser is a function of lib/browser.';
  const says = wordRule(() => true, /\b(?:browser|chrome)\.\w+/u, 'without strings', lesson);
  const imports = components
    .filter(({ specifiers }) => specifiers.some(name => /^(?:wxt\/|webextension-polyfill)/u.test(name)))
    .map(({ path }) => `${path} imports the browser's API. ${lesson}`);
  return [...says(components), ...imports];
};

export const browserIsTouchedInOneFolder: Rule = files =>
  files
    .filter(file => isPure(file) && file.specifiers.some(name => name.startsWith('wxt')))
    .map(({ path }) => `${path} imports wxt. Of lib/ only lib/browser touches browser.*.`);

export const noDoorForStrangers = wordRule(
  isProduct,
  /onMessageExternal|onConnectExternal|onUserScriptMessage|web_accessible_resources|externally_connectable|addEventListener\(\s*['"]message['"]|\bonmessage\b|BroadcastChannel|\.postMessage\(/u,
  'with strings',
  'Nobody but our own contexts may speak to us: no external listeners, no window messages, nothing a page can load.',
);

export const filesStaySmall: Rule = files =>
  files
    .map(({ path, text }) => [path, text.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > 250)
    .map(
      ([path, lines]) =>
        `${path} has ${lines} lines. Beyond 250 a file is about more than one thing: split it by subject.`,
    );

export const noBarrels: Rule = files =>
  files
    .filter(({ code }) => code.trim() !== '' && code.replaceAll(/export\s[^;]*?from\s*'[^']*';?/gu, '').trim() === '')
    .map(({ path }) => `${path} only passes on what others export. Import from the file that has it.`);

export const everythingHasAType = wordRule(
  () => true,
  /(?:[:<,|&(=]|\bas)\s*any\b(?!\s*[:(=])|\bany\[\]/u,
  'without strings',
  'An `any` switches the compiler off for whoever uses it: say `unknown` and check.',
);
