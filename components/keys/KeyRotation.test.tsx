// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../testing/render';
import { sampleKeysPort, sampleRow, TODAY } from '../testing/sample-keys';
import { sampleRotation } from '../testing/sample-rotation';
import type { KeyRow } from './inventory';
import { KeyPage } from './KeyPage';

function show(row: KeyRow) {
  const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn(), clear: vi.fn() };
  render(
    <KeyPage
      {...{ row, say }}
      hasOther={false}
      revision={1}
      today={TODAY}
      makeId={() => 'made'}
      port={sampleKeysPort()}
      focusHeading={false}
      onGone={() => {}}
    />,
  );
}

describe('the page of a key', () => {
  it('says that its rotation is under way, with the way back to it in the place of a new start', () => {
    show({ ...sampleRow(), rotation: sampleRotation({ issue: 'operator', stage: 'authenticator' }) });
    expect(screen.getByText('Rotation under way. Next: Set up the authenticator.')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Go on/ }).getAttribute('href')).toBe('#rotate/account Work/key-1');
    expect(screen.queryByRole('link', { name: 'Rotate now' })).toBeNull();
  });

  it('offers a rotation where none is under way', () => {
    show(sampleRow());
    expect(screen.getByRole('link', { name: 'Rotate now' })).toBeTruthy();
    expect(screen.queryByText(/^Rotation under way/)).toBeNull();
  });

  it('says beside the interval that an organisation has set a shorter one', () => {
    show(sampleRow({ intervalDays: 365, prescribedDays: 30 }));
    expect(screen.getByText('Set by your organisation: 30 days.')).toBeTruthy();
  });
});
