// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ShownContent } from './ShownContent';
import { render } from './testing/render';

function setUp() {
  const holds: { readonly onHeld: () => void; readonly signal: AbortSignal }[] = [];
  const hold = (onHeld: () => void, signal: AbortSignal) => void holds.push({ onHeld, signal });
  const { unmount } = render(
    <ShownContent hold={hold}>
      <p>decrypted</p>
    </ShownContent>,
  );
  const [only] = holds;
  if (only === undefined) throw new Error('it asked for nothing');
  return { ...only, unmount };
}

describe('ShownContent', () => {
  it('shows nothing before it may', () => {
    const { onHeld } = setUp();
    expect(screen.queryByText('decrypted')).toBeNull();
    act(onHeld);
    expect(screen.getByText('decrypted')).toBeDefined();
  });

  it('counts as shown until it has left the document', () => {
    const { onHeld, signal, unmount } = setUp();
    act(onHeld);
    let leftBefore: boolean | null = null;
    signal.addEventListener('abort', () => {
      leftBefore = screen.queryByText('decrypted') === null;
    });
    unmount();
    expect(leftBefore).toBe(true);
  });

  it('stops waiting where it goes away before it may', () => {
    const { signal, unmount } = setUp();
    unmount();
    expect(signal.aborted).toBe(true);
  });
});
