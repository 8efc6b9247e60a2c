import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Areas whose keys are put together from a code at run time; the types and tests of each know them all. */
const COMPUTED = /^(?:failure|outcome|notice|hint|offer|value|password\.level)\./;
const SOURCES = ['components', 'entrypoints', 'lib'];

function keysOf(tree: object, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([name, branch]) => {
    // Plural forms belong to the key above them.
    const isText = typeof branch === 'string' || 'n' in branch;
    return isText ? prefix + name : keysOf(branch, `${prefix}${name}.`);
  });
}

function productCode(): string {
  const files = SOURCES.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /(?<!\.test|\.testing|\.test-d|\.cases)\.tsx?$/.test(file))
      .map(file => join(folder, file)),
  );
  return [...files, 'wxt.config.ts'].map(file => readFileSync(file, 'utf8')).join('\n');
}

it('says every sentence of the locale file somewhere', () => {
  const code = productCode();
  const isSaid = (key: string) => code.includes(`'${key}'`) || code.includes(`__MSG_${key.replaceAll('.', '_')}__`);
  const keys = keysOf(JSON.parse(readFileSync('locales/en.json', 'utf8')));
  expect(keys.filter(key => !COMPUTED.test(key) && !isSaid(key))).toEqual([]);
});
