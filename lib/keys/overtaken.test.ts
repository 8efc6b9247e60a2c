import { describe, expect, it } from 'vitest';
import { date, makeKey } from './keys.testing';
import { isOvertaken } from './overtaken';

const CI = { id: 'ci', name: 'CI', where: 'secrets', owner: 'Ana', note: 'nightly' };
const key = makeKey({ label: 'Main', createdOn: date('2026-02-02'), integrations: [{ ...CI, done: true }] });

describe('isOvertaken', () => {
  it('is false where everything that is to change stands as it was seen', () => {
    expect(isOvertaken(key, {})).toBe(false);
    expect(isOvertaken(key, { label: 'Main', createdOn: date('2026-02-02'), intervalDays: null })).toBe(false);
  });

  it('is true where one of it has changed, and looks at nothing else', () => {
    expect(isOvertaken(key, { label: 'Mine' })).toBe(true);
    expect(isOvertaken({ ...key, note: 'written elsewhere' }, { label: 'Main' })).toBe(false);
  });

  it('takes no tick of a rotation for a change of an integration', () => {
    expect(isOvertaken(key, { integrations: [CI] })).toBe(false);
    expect(isOvertaken(key, { integrations: [{ ...CI, owner: 'Bo' }] })).toBe(true);
    expect(isOvertaken(key, { integrations: [] })).toBe(true);
  });
});
