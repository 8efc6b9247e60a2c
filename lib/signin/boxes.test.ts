import { describe, expect, it } from 'vitest';
import { findBoxRows } from './boxes';
import type { SnapshotField } from './snapshot';
import { EMAIL, field } from './snapshot.testing';

function boxes(count: number, changes: Partial<SnapshotField> = {}): readonly SnapshotField[] {
  return Array.from({ length: count }, (_, index) =>
    field({ id: `d${index}`, maxLength: 1, inputMode: 'numeric', ...changes }),
  );
}

const codes = (fields: readonly SnapshotField[]) =>
  findBoxRows(fields).flatMap(({ row, isCode }) => (isCode ? [row.map(({ id }) => id).join('')] : []));

describe('single boxes', () => {
  it.each([6, 7, 8])('are one code where there are %i in a row', count => {
    const row = boxes(count);
    expect(codes([EMAIL, ...row, field({ id: 'after' })])).toEqual([row.map(({ id }) => id).join('')]);
  });

  it.each([4, 5, 9, 12])('are none where there are %i, as of a PIN or a key on paper', count => {
    expect(codes(boxes(count))).toEqual([]);
  });

  it.each<[string, Partial<SnapshotField>]>([
    ['digits in English', { label: 'Digit 3 of 6' }],
    ['digits in Dutch', { label: 'Cijfer 3' }],
    ['digits in German', { label: 'Ziffer 3' }],
    ['a one-time code', { autocomplete: 'one-time-code', inputMode: '' }],
    ['a verification code', { label: 'Verification code 3', inputMode: '' }],
    ['digits by their pattern', { inputMode: '', pattern: '[0-9]' }],
  ])('are a code where they say that they are %s', (_, changes) => {
    expect(codes(boxes(6, changes))).toHaveLength(1);
  });

  it.each<[string, Partial<SnapshotField>]>([
    ['a PIN', { label: 'PIN digit 3' }],
    ['a backup code', { label: 'Backup code, character 3', autocomplete: 'one-time-code' }],
    ['a coupon', { name: 'coupon-3' }],
    ['a postal code', { label: 'Postcode, teken 3' }],
    ['a code that was sent', { label: 'SMS code, digit 3' }],
    ['letters of nobody knows what', { inputMode: '', label: 'Letter 3' }],
    ['something with a name of its own', { label: 'Locker 3' }],
    ['the site’s own, for something else', { id: 'revoke-totp' }],
  ])('are left alone where they are %s', (_, changes) => {
    expect(codes(boxes(6, changes))).toEqual([]);
  });

  it('are open where there are as many as a code has, and nothing says what for', () => {
    const isOpen = (fields: readonly SnapshotField[]) => findBoxRows(fields).map(row => row.isOpen);
    expect(isOpen(boxes(6, { label: 'Locker code 3' }))).toEqual([true]);
    expect(isOpen(boxes(8, { inputMode: '', label: 'Letter 3' }))).toEqual([true]);
    expect(isOpen(boxes(4, { label: 'Locker code 3' }))).toEqual([false]);
    expect(isOpen(boxes(6, { label: 'PIN digit 3' }))).toEqual([false]);
    expect(isOpen(boxes(6))).toEqual([false]);
  });

  it('are one code where the first has room for a whole pasted one', () => {
    const [, ...rest] = boxes(6);
    expect(codes([field({ id: 'd0', maxLength: 6, inputMode: 'numeric' }), ...rest])).toEqual(['d0d1d2d3d4d5']);
  });

  it('do not take a field of six characters before them for their first', () => {
    expect(codes([field({ id: 'zip', maxLength: 6, label: 'PLZ' }), ...boxes(6)])).toEqual(['d0d1d2d3d4d5']);
  });

  it('make no row over the edge of a form, or of what can be seen', () => {
    expect(codes([...boxes(3), ...boxes(3, { form: 1 })])).toEqual([]);
    expect(codes([...boxes(3), ...boxes(3, { visible: false })])).toEqual([]);
  });
});
