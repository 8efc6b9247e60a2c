import { describe, expect, it } from 'vitest';
import { findOtherForms } from './forms';
import type { SnapshotControl, SnapshotField } from './snapshot';
import { APRIL, CODE, CONTINUE, control, DOCUMENTED, EMAIL, field, page, TODAY } from './snapshot.testing';

const isOther = (fields: readonly SnapshotField[], controls: readonly SnapshotControl[]) =>
  findOtherForms(page(fields, controls)).has(0);

describe('a form for something else', () => {
  it.each([
    ['a newsletter', [EMAIL], 'Subscribe'],
    ['a new account', [EMAIL], 'Account aanmaken'],
    ['a way back in', [EMAIL], 'Send reset link'],
    ['a message', [EMAIL, field({ label: 'Betreff' })], 'Absenden'],
    ['a new account that only says Continue', [field({ label: 'Full name' }), EMAIL], 'Continue'],
    ['a new password', [EMAIL, field({ id: 'new', type: 'password', autocomplete: 'new-password' })], 'Continue'],
    ['a backup code', [EMAIL, field({ label: 'Reservecode' })], 'Verder'],
  ])('is one for %s', (_, fields, text) => {
    expect(isOther(fields, [control({ text, submits: true })])).toBe(true);
  });

  it('is none that signs in, on any page that is known', () => {
    for (const known of [...Object.values(DOCUMENTED), ...Object.values(TODAY), APRIL]) {
      expect(Array.from(findOtherForms(known))).toEqual([]);
    }
  });

  it('is none where one button leads on and another begins something else', () => {
    expect(isOther([EMAIL], [CONTINUE, control({ text: 'Create account', submits: true })])).toBe(false);
    expect(isOther([EMAIL], [{ ...CONTINUE, submits: false }, control({ text: 'Sign up', submits: true })])).toBe(
      false,
    );
  });

  it('is none for what cannot be seen in it, or what stands beside a code', () => {
    expect(isOther([EMAIL, field({ label: 'Full name', visible: false })], [CONTINUE])).toBe(false);
    expect(isOther([EMAIL, CODE, field({ label: 'Backup code' })], [CONTINUE])).toBe(false);
  });

  it('is never what stands outside of all forms', () => {
    const loose = page([{ ...EMAIL, form: -1 }], [control({ text: 'Subscribe', form: -1 })]);
    expect(Array.from(findOtherForms(loose))).toEqual([]);
  });
});
